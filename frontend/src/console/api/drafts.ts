/** Drafts: what the assistant would say, for an agent to decide about. */

import type { Draft } from "../desk/wire";
import { call } from "./client";

const at = (id: string) => `drafts/${encodeURIComponent(id)}`;

/** Lets it be said, in other words where there are some. */
export const approveDraft = (id: string, text?: string): Promise<Draft> =>
  call(`${at(id)}/approve`, { method: "POST", body: text === undefined ? {} : { text } });

/** None of it is said; who rejects a held answer has the conversation. */
export const rejectDraft = (id: string, reason: string): Promise<Draft> =>
  call(`${at(id)}/reject`, { method: "POST", body: { reason } });

/** A reply to the newest words; null while it is made, `draft.added` tells of it. */
export const askSuggestion = (conversationId: string): Promise<{ draft: Draft | null }> =>
  call(`conversations/${encodeURIComponent(conversationId)}/suggestion`, { method: "POST" });
