/** The calls about how one writes: drafts, held replies, canned replies, macros, rewriting. */

import type {
  CannedReplyForm,
  CannedVariables,
  HeldReplyForm,
  MacroForm,
  MacroRow,
  ReplyDraftForm,
} from "../../shared/api";
import { api } from "./typed";

export type {
  CannedReplyForm,
  CannedReplyRow as CannedReply,
  ComposerRow as ComposerWishes,
  HeldReplyRow as Held,
  MacroForm,
  MacroRow as Macro,
  ReplyDraftRow as ServerDraft,
  ReplyDrafts as DraftHere,
  RewriteWay as Way,
  Rewritten,
} from "../../shared/api";

/** What macros do, and what follows a reply; the server reads them strictly. */
export type Act = MacroRow["acts"][number];

export type Values = CannedVariables["values"];

export const fetchWishes = (signal?: AbortSignal) => api.get("/composer", signal ? { signal } : {});
export const setUndoSeconds = (undo_seconds: number) => api.patch("/composer", { body: { undo_seconds } });

export const holdReply = (conversation_id: string, body: HeldReplyForm) =>
  api.post("/conversations/{conversation_id}/held_replies", { path: { conversation_id }, body });
export const takeBack = (held_id: string) => api.delete("/held_replies/{held_id}", { path: { held_id } });
export const sayNow = (held_id: string) => api.post("/held_replies/{held_id}/send", { path: { held_id } });

export const fetchReplyDraft = (conversation_id: string, signal: AbortSignal) =>
  api.get("/conversations/{conversation_id}/reply_draft", { path: { conversation_id }, signal });
export const keepReplyDraft = (conversation_id: string, body: ReplyDraftForm, keepalive = false) =>
  api.put("/conversations/{conversation_id}/reply_draft", { path: { conversation_id }, body, keepalive });

export const previewMarkdown = (text: string, signal: AbortSignal) =>
  api.post("/markdown", { body: { text }, signal });
export const rewrite = (conversation_id: string, text: string, way: string) =>
  api.post("/conversations/{conversation_id}/rewrite", { path: { conversation_id }, body: { text, way } });
export const fetchValues = (conversation_id: string, signal: AbortSignal) =>
  api.get("/conversations/{conversation_id}/variables", { path: { conversation_id }, signal });

export const listCanned = (signal: AbortSignal) => api.get("/canned_responses", { signal });
export const writeCanned = (body: CannedReplyForm) => api.post("/canned_responses", { body });
export const changeCanned = (reply_id: string, body: CannedReplyForm) =>
  api.patch("/canned_responses/{reply_id}", { path: { reply_id }, body });
export const removeCanned = (reply_id: string) =>
  api.delete("/canned_responses/{reply_id}", { path: { reply_id } });
export function importCanned(file: File) {
  const body = new FormData();
  body.append("file", file);
  return api.post("/canned_responses/table", { body });
}
export const CANNED_TABLE = "/api/v1/canned_responses/table";

export const listMacros = (signal: AbortSignal) => api.get("/macros", { signal });
export const writeMacro = (body: MacroForm) => api.post("/macros", { body });
export const changeMacro = (macro_id: string, body: MacroForm) =>
  api.patch("/macros/{macro_id}", { path: { macro_id }, body });
export const removeMacro = (macro_id: string) => api.delete("/macros/{macro_id}", { path: { macro_id } });
export const previewMacro = (conversation_id: string, macro_id: string, signal: AbortSignal) =>
  api.get("/conversations/{conversation_id}/macros/{macro_id}", {
    path: { conversation_id, macro_id },
    signal,
  });
export const runMacro = (conversation_id: string, macro_id: string, key: string) =>
  api.post("/conversations/{conversation_id}/macro_runs", {
    path: { conversation_id },
    body: { macro_id, key },
  });
export const undoRun = (run_id: string) => api.post("/macro_runs/{run_id}/undo", { path: { run_id } });

export const seeMentions = (conversation_id: string) =>
  api.put("/conversations/{conversation_id}/mentions_seen", { path: { conversation_id } });
