/** Drafts: what the assistant would say, for an agent to decide about. */

import { api } from "./typed";

/** Lets it be said, in other words where there are some. */
export const approveDraft = (draft_id: string, text?: string) =>
  api.post("/drafts/{draft_id}/approve", {
    path: { draft_id },
    body: text === undefined ? {} : { text },
  });

/** None of it is said; who rejects a held answer has the conversation. */
export const rejectDraft = (draft_id: string, reason: string) =>
  api.post("/drafts/{draft_id}/reject", { path: { draft_id }, body: { reason } });

/** A reply to the newest words; null while it is made, `draft.added` tells of it. */
export const askSuggestion = (conversation_id: string) =>
  api.post("/conversations/{conversation_id}/suggestion", { path: { conversation_id } });
