/** The calls about the company's own single sign-on (OpenID Connect). */

import { call } from "./client";

export interface SignOn {
  issuer: string;
  client_id: string;
  /** The secret itself is never told again. */
  has_secret: boolean;
  /** Passwords are off for everybody but the owners. */
  only: boolean;
  callback_url: string;
  sign_in_url: string;
}

export interface SignOnChange {
  issuer: string;
  client_id: string;
  /** Left out, the stored one stays. */
  client_secret?: string;
  only: boolean;
}

export const fetchSignOn = (signal: AbortSignal): Promise<SignOn | null> => call("sso", { signal });

export const putSignOn = (change: SignOnChange): Promise<SignOn> =>
  call("sso", { method: "PUT", body: change });

export const deleteSignOn = (): Promise<unknown> => call("sso", { method: "DELETE" });

export const testSignOn = (): Promise<{ ok: boolean; problem: string | null }> =>
  call("sso/test", { method: "POST" });
