/** The calls about how one writes: drafts, held replies, canned replies, macros, rewriting. */

import type { Message, Named, Page } from "../../shared/wire";
import type { ConversationRow } from "../desk/wire";
import { call } from "./client";

/** What macros do, and what follows a reply; the server reads them strictly. */
export type Act =
  | { do: "tag"; add?: string[]; remove?: string[] }
  | { do: "priority"; priority: string }
  | { do: "assign"; team_id?: string | null; agent_id?: string | null }
  | { do: "snooze"; minutes?: number; until?: string }
  | { do: "resolve" }
  | { do: "reopen" }
  | { do: "note"; text: string }
  | { do: "reply"; text: string };

export interface Held {
  id: string;
  conversation_id: string;
  client_id: string;
  text: string;
  attachments: string[];
  acts: Act[];
  due_at: string;
  left_ms: number;
}

export interface Way {
  name: string;
  label: string;
}

export interface ComposerWishes {
  undo_seconds: number;
  held: Held[];
  rewrites: Way[];
}

export interface ServerDraft {
  mode: "reply" | "note";
  reply: string;
  note: string;
  revision: number;
  updated_at: string | null;
}

export interface DraftHere {
  draft: ServerDraft;
  others: { agent: Named; updated_at: string }[];
}

export interface CannedReply {
  id: string;
  name: string;
  shortcut: string;
  folder: string;
  language: string;
  text: string;
}

export interface Macro {
  id: string;
  name: string;
  acts: Act[];
}

export interface MacroPreview {
  does: string[];
  reply: string | null;
  missing: string[];
  then: Act[];
}

export interface Rewritten {
  text: string;
  lost: string[];
  added: string[];
}

export type Values = Record<string, string | null>;

export interface Known {
  values: Values;
  /** The customer's. */
  language: string;
}

export const fetchWishes = (signal?: AbortSignal) =>
  call<ComposerWishes>("composer", signal ? { signal } : {});
export const setUndoSeconds = (undo_seconds: number) =>
  call<ComposerWishes>("composer", { method: "PATCH", body: { undo_seconds } });

export const holdReply = (
  id: string,
  body: { client_id: string; text: string; attachments: string[]; seconds: number; acts: Act[] },
) => call<Held>(`conversations/${id}/held_replies`, { method: "POST", body });
export const takeBack = (heldId: string) => call<null>(`held_replies/${heldId}`, { method: "DELETE" });
export const sayNow = (heldId: string) =>
  call<{ message: Message; row: ConversationRow; problem: string | null }>(`held_replies/${heldId}/send`, {
    method: "POST",
  });

export const fetchReplyDraft = (id: string, signal: AbortSignal) =>
  call<DraftHere>(`conversations/${id}/reply_draft`, { signal });
export const keepReplyDraft = (id: string, body: Omit<ServerDraft, "updated_at">, keepalive = false) =>
  call<ServerDraft>(`conversations/${id}/reply_draft`, { method: "PUT", body, keepalive });

export const previewMarkdown = (text: string, signal: AbortSignal) =>
  call<{ html: string }>("markdown", { method: "POST", body: { text }, signal });
export const rewrite = (id: string, text: string, way: string) =>
  call<Rewritten>(`conversations/${id}/rewrite`, { method: "POST", body: { text, way } });
export const fetchValues = (id: string, signal: AbortSignal) =>
  call<Known>(`conversations/${id}/variables`, { signal });

export const listCanned = (signal: AbortSignal) =>
  call<Page<CannedReply> & { variables: Record<string, string> }>("canned_responses", { signal });
export const writeCanned = (reply: Omit<CannedReply, "id">) =>
  call<CannedReply>("canned_responses", { method: "POST", body: reply });
export const changeCanned = (id: string, reply: Omit<CannedReply, "id">) =>
  call<CannedReply>(`canned_responses/${id}`, { method: "PATCH", body: reply });
export const removeCanned = (id: string) => call<null>(`canned_responses/${id}`, { method: "DELETE" });
export function importCanned(file: File) {
  const body = new FormData();
  body.append("file", file);
  return call<{ created: number; changed: number }>("canned_responses/table", { method: "POST", body });
}
export const CANNED_TABLE = "/api/v1/canned_responses/table";

export const listMacros = (signal: AbortSignal) => call<Page<Macro>>("macros", { signal });
export const writeMacro = (macro: Omit<Macro, "id">) =>
  call<Macro>("macros", { method: "POST", body: macro });
export const changeMacro = (id: string, macro: Omit<Macro, "id">) =>
  call<Macro>(`macros/${id}`, { method: "PATCH", body: macro });
export const removeMacro = (id: string) => call<null>(`macros/${id}`, { method: "DELETE" });
export const previewMacro = (id: string, macroId: string, signal: AbortSignal) =>
  call<MacroPreview>(`conversations/${id}/macros/${macroId}`, { signal });
export const runMacro = (id: string, macroId: string, key: string) =>
  call<{ run_id: string; row: ConversationRow }>(`conversations/${id}/macros/${macroId}`, {
    method: "POST",
    body: { key },
  });
export const undoRun = (runId: string) =>
  call<ConversationRow>(`macro_runs/${runId}/undo`, { method: "POST" });

export const seeMentions = (id: string) =>
  call<{ seen: number }>(`conversations/${id}/mentions_seen`, { method: "PUT" });
