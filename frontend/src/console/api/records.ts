/** The calls about the records of the business: orders, products, what is known of customers, tickets. */

import type { OrderFields, RecordCount, RecordCountPage } from "../../shared/api";
import type { Page } from "../../shared/wire";
import { api } from "./typed";

export type RecordKind = RecordCount["kind"];

/** A record as the server shows it; which fields it has, its kind says. */
export type BusinessRecord = { id: string } & { [field: string]: unknown };

export interface Asked {
  search: string;
  state: string;
}

export const countRecords = (signal: AbortSignal): Promise<RecordCountPage> =>
  api.get("/records", { signal });

export const listRecords = (
  kind: RecordKind,
  { search, state, cursor }: Asked & { cursor: string | null },
  signal: AbortSignal,
): Promise<Page<BusinessRecord>> =>
  api.get(`/${kind}`, {
    query: { ...(search && { search }), ...(state && { state }), ...(cursor && { cursor }) },
    signal,
  });

export const fetchRecord = (
  kind: RecordKind,
  record_id: string,
  signal: AbortSignal,
): Promise<BusinessRecord> => api.get(`/${kind}/{record_id}`, { path: { record_id }, signal });

/** The form of each kind is made of data, so the server alone knows whether its fields are right. */
export const createRecord = (kind: RecordKind, fields: object): Promise<BusinessRecord> =>
  api.post(`/${kind}`, { body: fields as OrderFields });

export const changeRecord = (kind: RecordKind, record_id: string, fields: object): Promise<BusinessRecord> =>
  api.patch(`/${kind}/{record_id}`, { path: { record_id }, body: fields });

export const removeRecord = (kind: RecordKind, record_id: string): Promise<null> =>
  api.delete(`/${kind}/{record_id}`, { path: { record_id } });
