/** The calls about API tokens. */

import type { Named } from "../../shared/wire";
import { call } from "./client";

export interface Token {
  id: string;
  name: string;
  scopes: string[];
  /** The last letters of the secret, to tell it from others. */
  ending: string;
  created_at: string;
  created_by: Named | null;
  expires_at: string | null;
  last_used_at: string | null;
}

export interface Scope {
  name: string;
  /** What it lets a program do, in words. */
  text: string;
}

export interface Tokens {
  data: Token[];
  scopes: Scope[];
}

export interface NewToken {
  name: string;
  scopes: string[];
  expires_at: string | null;
}

export const listTokens = (signal: AbortSignal): Promise<Tokens> => call("tokens", { signal });

/** The secret is told this once. */
export const createToken = (token: NewToken): Promise<Token & { secret: string }> =>
  call("tokens", { method: "POST", body: token });

export const revokeToken = (id: string): Promise<unknown> =>
  call(`tokens/${encodeURIComponent(id)}`, { method: "DELETE" });
