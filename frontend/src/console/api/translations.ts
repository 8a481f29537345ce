/** Messages in another language, and what an agent writes in the customer's. */

import { api } from "./typed";

export type { OwnWords as Written, TranslatedReply, TranslationRow, Translations } from "../../shared/api";

export const fetchTranslations = (conversation_id: string, signal: AbortSignal) =>
  api.get("/conversations/{conversation_id}/translations", { path: { conversation_id }, signal });

/** Lets these messages be translated; those that failed are tried again. */
export const askTranslations = (conversation_id: string, seqs: number[]) =>
  api.post("/conversations/{conversation_id}/translations", { path: { conversation_id }, body: { seqs } });

export const translateReply = (conversation_id: string, text: string) =>
  api.post("/conversations/{conversation_id}/reply_translation", {
    path: { conversation_id },
    body: { text },
  });
