/** What the document brings along: who is signed in, the CSRF token, the nonce for styles. */

import type { Me } from "../desk/wire";

export interface ConsoleConfig {
  me: Me;
}

export class ConfigMissing extends Error {
  override name = "ConfigMissing";
}

/** Read the JSON that the server put into the document. */
export function readConfig(page: Document = document): ConsoleConfig {
  const text = page.getElementById("baton-config")?.textContent;
  if (!text) throw new ConfigMissing("The page carries no baton-config.");
  return JSON.parse(text) as ConsoleConfig;
}

export function styleNonce(page: Document = document): string {
  const meta = page.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]');
  return meta?.content ?? "";
}

const CSRF = /(?:^|; )(?:__Host-csrf|csrftoken)=([^;]*)/; // in production no other host can set it

export function csrfToken(cookies: string = document.cookie): string {
  return decodeURIComponent(CSRF.exec(cookies)?.[1] ?? "");
}
