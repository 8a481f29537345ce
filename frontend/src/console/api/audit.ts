/** The calls about the audit log: who did what to which thing. */

import { addressOf, api } from "./typed";

export type { AuditEntryRow as AuditEntry } from "../../shared/api";

export interface AuditFilter {
  actor: string;
  action: string;
  object: string;
  /** YYYY-MM-DD, both days included. */
  since: string;
  until: string;
}

/** The first and the last moment of the reader's own days. */
function within({ since, until }: AuditFilter): Record<string, string> {
  return {
    ...(since && { since: new Date(`${since}T00:00:00`).toISOString() }),
    ...(until && { until: new Date(`${until}T23:59:59.999`).toISOString() }),
  };
}

function asked(filter: AuditFilter): Record<string, string> {
  const { actor, action, object } = filter;
  return { ...(actor && { actor }), ...(action && { action }), ...(object && { object }), ...within(filter) };
}

export const listAudit = (filter: AuditFilter, cursor: string | null, signal: AbortSignal) =>
  api.get("/audit", { query: { ...asked(filter), ...(cursor && { cursor }) }, signal });

export const listAuditActions = (signal: AbortSignal) => api.get("/audit/actions", { signal });

/** Where the browser fetches the same entries as a file. */
export const auditFile = (filter: AuditFilter, format: "csv" | "jsonl") =>
  `/api/v1/${addressOf("/audit/export", {}, { ...asked(filter), format })}`;
