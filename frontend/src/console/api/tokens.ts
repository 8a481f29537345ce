/** The calls about API tokens. */

import type { TokenForm } from "../../shared/api";
import { api } from "./typed";

export type { Scope, TokenRow as Token } from "../../shared/api";

/** Its scopes are some of those that the server tells beside the tokens. */
export type NewToken = Omit<TokenForm, "scopes"> & { scopes: string[] };

export const listTokens = (signal: AbortSignal) => api.get("/tokens", { signal });

/** The secret is told this once. */
export const createToken = (token: NewToken) => api.post("/tokens", { body: token as TokenForm });

export const revokeToken = (token_id: string) => api.delete("/tokens/{token_id}", { path: { token_id } });
