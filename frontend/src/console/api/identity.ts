/** The calls about signed identity: who a customer is, by the word of the company's own server. */

import { call } from "./client";

export interface Identity {
  has_secret: boolean;
  made_at: string | null;
  /** Until when the secret before counts too. */
  old_until: string | null;
  last_used_at: string | null;
  enforce: boolean;
  /** How many customers were identified. */
  customers: number;
}

export interface Tried {
  ok: boolean;
  code: string | null;
  problem: string | null;
  claims: {
    sub: string;
    email: string;
    name: string;
    attributes: Record<string, unknown>;
    /** Unix seconds. */
    exp: number;
  } | null;
}

export const fetchIdentity = (signal: AbortSignal): Promise<Identity> => call("identity", { signal });

export const enforceIdentity = (enforce: boolean): Promise<Identity> =>
  call("identity", { method: "PATCH", body: { enforce } });

/** The secret is told this once. */
export const makeSecret = (keepOld: boolean): Promise<Identity & { secret: string }> =>
  call("identity/secret", { method: "POST", body: { keep_old: keepOld } });

export const endOldSecret = (): Promise<unknown> => call("identity/old_secret", { method: "DELETE" });

export const tryToken = (token: string): Promise<Tried> =>
  call("identity/test", { method: "POST", body: { token } });
