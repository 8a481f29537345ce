/** The calls about tags and summaries of a conversation. */

import { api } from "./typed";

export type { ConversationSummary as Summary, SummaryPoint } from "../../shared/api";

export const setTags = (conversation_id: string, tags: readonly string[]) =>
  api.put("/conversations/{conversation_id}/tags", { path: { conversation_id }, body: { tags: [...tags] } });

export const fetchSummary = (conversation_id: string, signal?: AbortSignal) =>
  api.get("/conversations/{conversation_id}/summary", {
    path: { conversation_id },
    ...(signal && { signal }),
  });
