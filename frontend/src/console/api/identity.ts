/** The calls about signed identity: who a customer is, by the word of the company's own server. */

import { api } from "./typed";

export type { Identity, IdentityTest as Tried } from "../../shared/api";

export const fetchIdentity = (signal: AbortSignal) => api.get("/identity", { signal });

export const enforceIdentity = (enforce: boolean) => api.patch("/identity", { body: { enforce } });

/** The secret is told this once. */
export const makeSecret = (keep_old: boolean) => api.post("/identity/secret", { body: { keep_old } });

export const endOldSecret = () => api.delete("/identity/old_secret");

export const tryToken = (token: string) => api.post("/identity/test", { body: { token } });
