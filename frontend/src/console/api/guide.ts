/** The calls of the welcome guide: where it stands, knowledge, and questions to try. */

import type { Source } from "../../shared/wire";
import { call } from "./client";

export type StepKey = "knowledge" | "tone" | "try" | "embed" | "invite";

export interface GuideStep {
  key: StepKey;
  /** By what really happened, never by a click on "done". */
  done: boolean;
  detail: Record<string, unknown>;
}

export interface Guide {
  steps: GuideStep[];
  /** The step that was open last. */
  place: string;
  /** Somebody said that they are through with it. */
  left: boolean;
}

export const fetchGuide = (signal: AbortSignal): Promise<Guide> => call("guide", { signal });

export const keepPlace = (change: { place?: string; left?: boolean }): Promise<Guide> =>
  call("guide", { method: "PATCH", body: change });

export interface ArticleEntry {
  id: string;
  title: string;
  language: string;
  tags: string[];
  updated_at: string;
  /** Ways in which customers ask for it. */
  questions: string[];
}

export const listArticles = (
  signal: AbortSignal,
): Promise<{ data: ArticleEntry[]; has_more: boolean; next_cursor: string | null }> =>
  call("articles", { signal });

export interface ImportProblem {
  where: string;
  message: string;
}

export interface KnowledgeImport {
  id: string;
  source: "paste" | "csv" | "markdown" | "web";
  name: string;
  state: "waiting" | "running" | "done" | "failed";
  total: number;
  done: number;
  created: number;
  updated: number;
  unchanged: number;
  problems: ImportProblem[];
  created_at: string;
}

export const listImports = (signal: AbortSignal): Promise<{ data: KnowledgeImport[] }> =>
  call("knowledge_imports", { signal });

export const importText = (text: string, title: string): Promise<KnowledgeImport> =>
  call("knowledge_imports", {
    method: "POST",
    body: { source: "paste", text, ...(title && { title }) },
  });

export const importPages = (url: string, pages: number): Promise<KnowledgeImport> =>
  call("knowledge_imports", { method: "POST", body: { source: "web", url, pages } });

export function importFiles(files: readonly File[]): Promise<KnowledgeImport> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  return call("knowledge_imports", { method: "POST", body: form });
}

export interface Preview {
  answer: { text: string; confidence: number; sources: Source[] } | null;
  signals: { name: string; value: number; threshold: number; evidence: unknown }[];
  decision: { hand_over: boolean; rule: string; reason: string } | null;
}

/** What the assistant would do with this question; nothing of it is stored. */
export const preview = (question: string): Promise<Preview> =>
  call("assistant/preview", { method: "POST", body: { question } });
