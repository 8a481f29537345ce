/** The calls about one's own account: profile, password, second factor, sessions. */

import type { Role } from "../desk/wire";
import { call } from "./client";

export interface Account {
  id: string;
  name: string;
  email: string;
  role: Role;
  languages: string[];
  /** False for somebody who signs in by the company's own sign-on only. */
  has_password: boolean;
  totp: {
    on: boolean;
    recovery_codes_left: number;
    /** The workspace asks this person for a second factor. */
    required: boolean;
  };
}

/** A second factor that is not yet confirmed. */
export interface Enrolment {
  secret: string;
  uri: string;
  /** The QR code, drawn by the server. */
  svg: string;
}

export interface SessionEntry {
  id: string;
  current: boolean;
  address: string;
  browser: string;
  created_at: string;
  seen_at: string;
}

export interface RecoveryCodes {
  recovery_codes: string[];
}

export const fetchAccount = (signal: AbortSignal): Promise<Account> => call("account", { signal });

export const changeAccount = (change: { name?: string; languages?: string[] }): Promise<Account> =>
  call("account", { method: "PATCH", body: change });

export const changePassword = (words: { current: string; new: string }): Promise<unknown> =>
  call("account/password", { method: "POST", body: words });

export const beginTotp = (): Promise<Enrolment> => call("account/totp", { method: "POST" });

export const confirmTotp = (code: string): Promise<RecoveryCodes> =>
  call("account/totp", { method: "PUT", body: { code } });

export const endTotp = (password: string): Promise<unknown> =>
  call("account/totp", { method: "DELETE", body: { password } });

export const renewRecoveryCodes = (password: string): Promise<RecoveryCodes> =>
  call("account/recovery_codes", { method: "POST", body: { password } });

export const listSessions = (signal: AbortSignal): Promise<{ data: SessionEntry[] }> =>
  call("account/sessions", { signal });

export const endSession = (id: string): Promise<unknown> =>
  call(`account/sessions/${encodeURIComponent(id)}`, { method: "DELETE" });

export const endOtherSessions = (): Promise<unknown> => call("account/sessions", { method: "DELETE" });
