/** The calls about imports: what was sent, what it would do, and whether it shall. */

import type { ArticleFields } from "./articles";
import { call } from "./client";

export interface ImportProblem {
  where: string;
  message: string;
}

export type EntryAction = "create" | "update" | "same" | "remove";
export type ImportState = "waiting" | "running" | "review" | "applying" | "done" | "failed" | "dismissed";

export interface KnowledgeImport {
  id: string;
  source: "paste" | "csv" | "markdown" | "pdf" | "web";
  name: string;
  state: ImportState;
  /** Of what is read, then of what is stored. */
  total: number;
  done: number;
  created: number;
  updated: number;
  unchanged: number;
  removed: number;
  /** How many entries would do what, while it waits for a review. */
  review: (Record<EntryAction, number> & { chosen: number }) | null;
  problems: ImportProblem[];
  requested_by: string;
  created_at: string;
}

interface Named {
  id: string;
  title: string;
}

export interface ImportEntry {
  id: string;
  action: EntryAction;
  title: string;
  /** Such as a line of a file, or an address. */
  where: string;
  language: string;
  chosen: boolean;
  article: Named | null;
  /** An article that says nearly the same. */
  resembles: Named | null;
  resembles_score: number | null;
  applied: boolean;
  problem: string;
}

export type EntryFields = Pick<ArticleFields, "title" | "body"> & Partial<ArticleFields>;

export interface WholeEntry extends ImportEntry {
  before: EntryFields | null;
  after: EntryFields | null;
}

export interface EntryPage {
  data: ImportEntry[];
  has_more: boolean;
  next_cursor: string | null;
}

const at = (id: string): string => `knowledge_imports/${encodeURIComponent(id)}`;

export const listImports = (signal: AbortSignal): Promise<{ data: KnowledgeImport[] }> =>
  call("knowledge_imports", { signal });

export const fetchImport = (id: string, signal: AbortSignal): Promise<KnowledgeImport> =>
  call(at(id), { signal });

/** Stored without a review where `atOnce`. */
export const importText = (text: string, title: string, atOnce: boolean): Promise<KnowledgeImport> =>
  call("knowledge_imports", {
    method: "POST",
    body: { source: "paste", text, ...(title && { title }), ...(atOnce && { apply: true }) },
  });

export const importPages = (url: string, pages: number, atOnce: boolean): Promise<KnowledgeImport> =>
  call("knowledge_imports", {
    method: "POST",
    body: { source: "web", url, pages, ...(atOnce && { apply: true }) },
  });

export function importFiles(files: readonly File[], atOnce: boolean): Promise<KnowledgeImport> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  if (atOnce) form.append("apply", "true");
  return call("knowledge_imports", { method: "POST", body: form });
}

export function listEntries(
  id: string,
  asked: { action: EntryAction | ""; cursor: string | null },
  signal: AbortSignal,
): Promise<EntryPage> {
  const given = Object.entries({ action: asked.action, cursor: asked.cursor ?? "" }).filter(
    ([, value]) => value,
  );
  return call(`${at(id)}/entries?${new URLSearchParams(given)}`, { signal });
}

export const fetchEntry = (id: string, entry: string, signal: AbortSignal): Promise<WholeEntry> =>
  call(`${at(id)}/entries/${entry}`, { signal });

/** `into`: the article that it changes; null makes it a new one. */
export const changeEntry = (
  id: string,
  entry: string,
  change: { chosen?: boolean; into?: string | null },
): Promise<WholeEntry> => call(`${at(id)}/entries/${entry}`, { method: "PATCH", body: change });

export const chooseEntries = (
  id: string,
  actions: readonly EntryAction[],
  chosen: boolean,
): Promise<KnowledgeImport> => call(`${at(id)}/choose`, { method: "POST", body: { actions, chosen } });

export const applyImport = (id: string): Promise<KnowledgeImport> =>
  call(`${at(id)}/apply`, { method: "POST" });

export const dismissImport = (id: string): Promise<KnowledgeImport> =>
  call(`${at(id)}/dismiss`, { method: "POST" });
