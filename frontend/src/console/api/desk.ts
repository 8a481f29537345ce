/** The calls about tags and summaries of a conversation. */

import type { ConversationRow } from "../desk/wire";
import { call } from "./client";

const at = (id: string): string => `conversations/${encodeURIComponent(id)}`;

export const setTags = (id: string, tags: readonly string[]): Promise<ConversationRow> =>
  call(`${at(id)}/tags`, { method: "PUT", body: { tags } });

export interface SummaryPoint {
  label: string;
  /** Words that stand in the conversation. */
  text: string;
  /** Of their message; 0 when they stand in several. */
  seq: number;
}

export interface Summary {
  points: SummaryPoint[];
  /** All of it in lines. */
  text: string;
}

export const fetchSummary = (id: string, signal?: AbortSignal): Promise<Summary> =>
  call(`${at(id)}/summary`, { ...(signal && { signal }) });
