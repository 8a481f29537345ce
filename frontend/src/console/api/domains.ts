/** The calls about the company's own host names. */

import { api } from "./typed";

export type { CompanyDomain as DomainEntry } from "../../shared/api";

export const listDomains = (signal: AbortSignal) => api.get("/domains", { signal });

export const addDomain = (domain: string) => api.post("/domains", { body: { domain } });

export const checkDomain = (domain_id: string) =>
  api.post("/domains/{domain_id}/check", { path: { domain_id } });

export const removeDomain = (domain_id: string) =>
  api.delete("/domains/{domain_id}", { path: { domain_id } });
