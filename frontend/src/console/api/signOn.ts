/** The calls about the company's own single sign-on (OpenID Connect). */

import type { SignOnForm } from "../../shared/api";
import { api } from "./typed";

export type { SignOnForm as SignOnChange, SignOnSettings as SignOn } from "../../shared/api";

export const fetchSignOn = (signal: AbortSignal) => api.get("/sso", { signal });

export const putSignOn = (body: SignOnForm) => api.put("/sso", { body });

export const deleteSignOn = () => api.delete("/sso");

export const testSignOn = () => api.post("/sso/test");
