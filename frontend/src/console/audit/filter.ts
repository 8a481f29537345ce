/** The filter of the audit log, kept in the address, so that a view of the log can be sent on. */

import { useSearchParams } from "wouter";
import type { AuditFilter } from "../api/audit";

const NAMES = ["actor", "action", "object", "since", "until"] as const;

export const NO_FILTER: AuditFilter = { actor: "", action: "", object: "", since: "", until: "" };

export const isEmpty = (filter: AuditFilter): boolean => NAMES.every((name) => filter[name] === "");

export function readFilter(query: URLSearchParams): AuditFilter {
  const entries = NAMES.map((name) => [name, query.get(name) ?? ""] as const);
  return { ...NO_FILTER, ...Object.fromEntries(entries) };
}

export function writeFilter(filter: AuditFilter): URLSearchParams {
  return new URLSearchParams(NAMES.flatMap((name) => (filter[name] ? [[name, filter[name]]] : [])));
}

export function useAuditFilter() {
  const [query, setQuery] = useSearchParams();
  const filter = readFilter(query);
  const put = (next: AuditFilter) => setQuery(writeFilter(next), { replace: true });
  return {
    filter,
    change: (part: Partial<AuditFilter>) => put({ ...filter, ...part }),
    clear: () => put(NO_FILTER),
  };
}
