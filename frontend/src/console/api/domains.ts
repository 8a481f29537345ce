/** The calls about the company's own host names. */

import { call } from "./client";

export interface DomainEntry {
  id: string;
  domain: string;
  state: "waiting" | "live";
  /** What the company has to put into its DNS. */
  record: { type: string; name: string; value: string };
  /** The workspace's own host, to which the domain has to lead. */
  points_to: string | null;
  /** Why the last look at the DNS did not find it; empty when it did. */
  problem: string | null;
  checked_at: string | null;
  primary: boolean;
}

const at = (id: string) => `domains/${encodeURIComponent(id)}`;

export const listDomains = (signal: AbortSignal): Promise<{ data: DomainEntry[] }> =>
  call("domains", { signal });

export const addDomain = (domain: string): Promise<DomainEntry> =>
  call("domains", { method: "POST", body: { domain } });

export const checkDomain = (id: string): Promise<DomainEntry> => call(`${at(id)}/check`, { method: "POST" });

export const removeDomain = (id: string): Promise<unknown> => call(at(id), { method: "DELETE" });
