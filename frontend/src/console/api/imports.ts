/** The calls about imports: what was sent, what it would do, and whether it shall. */

import type {
  ImportEntryRow,
  ImportEntryRowPage,
  ImportProblem,
  KnowledgeImportRow,
  KnowledgeImportRowPage,
  WholeImportEntry,
} from "../../shared/api";
import { api } from "./typed";

export type { ImportProblem };
export type KnowledgeImport = KnowledgeImportRow;
export type ImportEntry = ImportEntryRow;
export type WholeEntry = WholeImportEntry;
export type EntryAction = ImportEntryRow["action"];

export const listImports = (signal: AbortSignal): Promise<KnowledgeImportRowPage> =>
  api.get("/knowledge_imports", { signal });

export const fetchImport = (import_id: string, signal: AbortSignal): Promise<KnowledgeImport> =>
  api.get("/knowledge_imports/{import_id}", { path: { import_id }, signal });

/** Stored without a review where `atOnce`. */
export const importText = (text: string, title: string, atOnce: boolean): Promise<KnowledgeImport> =>
  api.post("/knowledge_imports", {
    body: { source: "paste", text, ...(title && { title }), ...(atOnce && { apply: true }) },
  });

export const importPages = (url: string, pages: number, atOnce: boolean): Promise<KnowledgeImport> =>
  api.post("/knowledge_imports", { body: { source: "web", url, pages, ...(atOnce && { apply: true }) } });

export function importFiles(files: readonly File[], atOnce: boolean): Promise<KnowledgeImport> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  if (atOnce) form.append("apply", "true");
  return api.post("/knowledge_imports/files", { body: form });
}

export const listEntries = (
  import_id: string,
  { action, cursor }: { action: EntryAction | ""; cursor: string | null },
  signal: AbortSignal,
): Promise<ImportEntryRowPage> =>
  api.get("/knowledge_imports/{import_id}/entries", {
    path: { import_id },
    query: { ...(action && { action }), ...(cursor && { cursor }) },
    signal,
  });

export const fetchEntry = (import_id: string, entry_id: string, signal: AbortSignal): Promise<WholeEntry> =>
  api.get("/knowledge_imports/{import_id}/entries/{entry_id}", { path: { import_id, entry_id }, signal });

/** `into`: the article that it changes; null makes it a new one. */
export const changeEntry = (
  import_id: string,
  entry_id: string,
  body: { chosen?: boolean; into?: string | null },
): Promise<WholeEntry> =>
  api.patch("/knowledge_imports/{import_id}/entries/{entry_id}", { path: { import_id, entry_id }, body });

export const chooseEntries = (
  import_id: string,
  actions: readonly EntryAction[],
  chosen: boolean,
): Promise<KnowledgeImport> =>
  api.post("/knowledge_imports/{import_id}/choose", {
    path: { import_id },
    body: { actions: [...actions], chosen },
  });

export const applyImport = (import_id: string): Promise<KnowledgeImport> =>
  api.post("/knowledge_imports/{import_id}/apply", { path: { import_id } });

export const dismissImport = (import_id: string): Promise<KnowledgeImport> =>
  api.post("/knowledge_imports/{import_id}/dismiss", { path: { import_id } });
