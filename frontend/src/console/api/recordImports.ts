/** The calls about CSV imports of records. */

import type { Page } from "../../shared/wire";
import { call } from "./client";
import type { RecordKind } from "./records";

export type RowAction = "create" | "update" | "same" | "problem";
export type DateWay = "iso" | "day_first" | "month_first";

export interface ImportBrief {
  id: string;
  kind: RecordKind;
  name: string;
  state:
    | "mapping"
    | "reading"
    | "review"
    | "applying"
    | "done"
    | "undoing"
    | "undone"
    | "failed"
    | "dismissed";
  total: number;
  done: number;
  counts: Record<RowAction, number>;
  problem: string;
  requested_by: string;
  created_at: string;
  can_be_undone: boolean;
}

/** How the file is to be read. */
export interface Way {
  mapping: Record<string, string>;
  attributes: string[];
  dates: DateWay;
}

export interface RecordImport extends ImportBrief, Way {
  columns: string[];
  sample: string[][];
  fields: { name: string; label: string; needed: boolean }[];
  keeps_attributes: boolean;
}

export interface ImportLine {
  line: number;
  action: RowAction;
  key: string;
  fields: Record<string, unknown>;
  before: Record<string, unknown>;
  problem: string;
  param: string | null;
  applied: boolean;
}

const at = (id: string): string => `record_imports/${encodeURIComponent(id)}`;
const post = (path: string, body?: unknown): Promise<RecordImport> =>
  call(path, { method: "POST", ...(body !== undefined && { body }) });

export const listImports = (signal: AbortSignal): Promise<{ data: ImportBrief[] }> =>
  call("record_imports", { signal });

export const fetchImport = (id: string, signal: AbortSignal): Promise<RecordImport> =>
  call(at(id), { signal });

export function beginImport(kind: RecordKind, file: File): Promise<RecordImport> {
  const form = new FormData();
  form.set("kind", kind);
  form.set("file", file);
  return post("record_imports", form);
}

export const readImport = (id: string, way: Way): Promise<RecordImport> => post(`${at(id)}/read`, way);
export const applyImport = (id: string): Promise<RecordImport> => post(`${at(id)}/apply`);
export const dismissImport = (id: string): Promise<RecordImport> => post(`${at(id)}/dismiss`);
export const undoImport = (id: string): Promise<RecordImport> => post(`${at(id)}/undo`);

export function listLines(
  id: string,
  asked: { action: RowAction | ""; cursor: string | null },
  signal: AbortSignal,
): Promise<Page<ImportLine>> {
  const query = new URLSearchParams({ action: asked.action });
  if (asked.cursor) query.set("cursor", asked.cursor);
  return call(`${at(id)}/rows?${query}`, { signal });
}
