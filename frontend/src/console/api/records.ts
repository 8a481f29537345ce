/** The calls about the records of the business: orders, products, what is known of customers, tickets. */

import type { Page } from "../../shared/wire";
import { call } from "./client";

export type RecordKind = "orders" | "products" | "persons" | "tickets";

/** A record as the server shows it; which fields it has, its kind says. */
export type BusinessRecord = { id: string } & { [field: string]: unknown };

export interface KindCount {
  kind: RecordKind;
  count: number;
  from_connector: boolean;
}

export interface Asked {
  search: string;
  state: string;
}

const at = (kind: RecordKind, id: string): string => `${kind}/${encodeURIComponent(id)}`;

export const countRecords = (signal: AbortSignal): Promise<{ data: KindCount[] }> =>
  call("records", { signal });

export function listRecords(
  kind: RecordKind,
  asked: Asked & { cursor: string | null },
  signal: AbortSignal,
): Promise<Page<BusinessRecord>> {
  const query = new URLSearchParams();
  if (asked.search) query.set("search", asked.search);
  if (asked.state) query.set("state", asked.state);
  if (asked.cursor) query.set("cursor", asked.cursor);
  return call(`${kind}?${query}`, { signal });
}

export const fetchRecord = (kind: RecordKind, id: string, signal: AbortSignal): Promise<BusinessRecord> =>
  call(at(kind, id), { signal });

export const createRecord = (kind: RecordKind, fields: object): Promise<BusinessRecord> =>
  call(kind, { method: "POST", body: fields });

export const changeRecord = (kind: RecordKind, id: string, fields: object): Promise<BusinessRecord> =>
  call(at(kind, id), { method: "PATCH", body: fields });

export const removeRecord = (kind: RecordKind, id: string): Promise<unknown> =>
  call(at(kind, id), { method: "DELETE" });
