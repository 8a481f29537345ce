/** The calls about the audit log: who did what to which thing. */

import type { Page } from "../../shared/wire";
import { call } from "./client";

export interface AuditEntry {
  id: string;
  at: string;
  actor: { kind: "agent" | "token" | "operator" | "system"; id: string; name: string };
  /** Dotted and past: "role.changed". */
  action: string;
  object: { kind: string; id: string; name: string };
  /** Of each field what it was and what it is. */
  changes: Record<string, [unknown, unknown]>;
  address: string | null;
  request_id: string;
}

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

export function auditQuery(filter: AuditFilter): URLSearchParams {
  const { actor, action, object } = filter;
  return new URLSearchParams({
    ...(actor && { actor }),
    ...(action && { action }),
    ...(object && { object }),
    ...within(filter),
  });
}

export function listAudit(
  filter: AuditFilter,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<AuditEntry>> {
  const query = auditQuery(filter);
  if (cursor) query.set("cursor", cursor);
  return call(`audit?${query}`, { signal });
}

export const listAuditActions = (signal: AbortSignal): Promise<{ data: string[] }> =>
  call("audit/actions", { signal });

/** Where the browser fetches the same entries as a file. */
export function auditFile(filter: AuditFilter, format: "csv" | "jsonl"): string {
  const query = auditQuery(filter);
  query.set("format", format);
  return `/api/v1/audit/export?${query}`;
}
