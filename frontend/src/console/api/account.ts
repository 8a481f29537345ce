/** The calls about one's own account: profile, password, second factor, sessions. */

import type { AccountForm, NewPasswordForm } from "../../shared/api";
import { api } from "./typed";

export type {
  OwnAccount as Account,
  OwnSession as SessionEntry,
  TotpEnrolment as Enrolment,
} from "../../shared/api";

export const fetchAccount = (signal: AbortSignal) => api.get("/account", { signal });

export const changeAccount = (body: AccountForm) => api.patch("/account", { body });

export const changePassword = (body: NewPasswordForm) => api.post("/account/password", { body });

export const beginTotp = () => api.post("/account/totp");

export const confirmTotp = (code: string) => api.put("/account/totp", { body: { code } });

export const endTotp = (password: string) => api.delete("/account/totp", { body: { password } });

export const renewRecoveryCodes = (password: string) =>
  api.post("/account/recovery_codes", { body: { password } });

export const listSessions = (signal: AbortSignal) => api.get("/account/sessions", { signal });

export const endSession = (session_id: string) =>
  api.delete("/account/sessions/{session_id}", { path: { session_id } });

export const endOtherSessions = () => api.delete("/account/sessions");
