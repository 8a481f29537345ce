/** The calls about CSV imports of records. */

import type {
  RecordImportBrief,
  RecordImportBriefPage,
  RecordImportLine,
  RecordImportLinePage,
  RecordImportWhole,
} from "../../shared/api";
import type { RecordKind } from "./records";
import { api } from "./typed";

export type ImportBrief = RecordImportBrief;
export type ImportLine = RecordImportLine;
export type RecordImport = RecordImportWhole;
export type RowAction = RecordImportLine["action"];
export type DateWay = RecordImportWhole["dates"];

/** How the file is to be read. */
export type Way = Pick<RecordImportWhole, "mapping" | "attributes" | "dates">;

export const listImports = (signal: AbortSignal): Promise<RecordImportBriefPage> =>
  api.get("/record_imports", { signal });

export const fetchImport = (import_id: string, signal: AbortSignal): Promise<RecordImport> =>
  api.get("/record_imports/{import_id}", { path: { import_id }, signal });

export function beginImport(kind: RecordKind, file: File): Promise<RecordImport> {
  const form = new FormData();
  form.set("kind", kind);
  form.set("file", file);
  return api.post("/record_imports", { body: form });
}

export const readImport = (import_id: string, body: Way): Promise<RecordImport> =>
  api.post("/record_imports/{import_id}/read", { path: { import_id }, body });

export const applyImport = (import_id: string): Promise<RecordImport> =>
  api.post("/record_imports/{import_id}/apply", { path: { import_id } });

export const dismissImport = (import_id: string): Promise<RecordImport> =>
  api.post("/record_imports/{import_id}/dismiss", { path: { import_id } });

export const undoImport = (import_id: string): Promise<RecordImport> =>
  api.post("/record_imports/{import_id}/undo", { path: { import_id } });

export const listLines = (
  import_id: string,
  { action, cursor }: { action: RowAction | ""; cursor: string | null },
  signal: AbortSignal,
): Promise<RecordImportLinePage> =>
  api.get("/record_imports/{import_id}/rows", {
    path: { import_id },
    query: { ...(action && { action }), ...(cursor && { cursor }) },
    signal,
  });
