/** The calls of the welcome guide: where it stands, articles, and questions to try. */

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

export interface Preview {
  answer: { text: string; confidence: number; sources: Source[] } | null;
  signals: { name: string; value: number; threshold: number; evidence: unknown }[];
  decision: { hand_over: boolean; rule: string; reason: string } | null;
}

/** What the assistant would do with this question; nothing of it is stored. */
export const preview = (question: string): Promise<Preview> =>
  call("assistant/preview", { method: "POST", body: { question } });
