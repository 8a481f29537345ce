/** The calls of the inbox, one function each. */

import type {
  ConversationDetail,
  ConversationRow,
  Counts,
  Message,
  Note,
  Page,
  ThreadEvent,
} from "../../shared/wire";
import type { InboxView } from "../inbox/address";
import { call } from "./client";

const at = (id: string) => `conversations/${encodeURIComponent(id)}`;

export function listConversations(
  asked: { view: InboxView; q: string; cursor: string | null },
  signal: AbortSignal,
): Promise<Page<ConversationRow>> {
  const query = new URLSearchParams({ view: asked.view, limit: "50" });
  if (asked.q) query.set("q", asked.q);
  if (asked.cursor) query.set("cursor", asked.cursor);
  return call(`conversations?${query}`, { signal });
}

export const countConversations = (signal: AbortSignal): Promise<Counts> =>
  call("conversations/counts", { signal });

export const fetchConversation = (id: string, signal: AbortSignal): Promise<ConversationDetail> =>
  call(at(id), { signal });

export const fetchEvents = (id: string, afterSeq: number): Promise<Page<ThreadEvent>> =>
  call(`${at(id)}/events?${new URLSearchParams({ after_seq: String(afterSeq), limit: "100" })}`);

interface Words {
  client_id: string;
  text: string;
}

export const sendMessage = (id: string, words: Words): Promise<Message> =>
  call(`${at(id)}/messages`, { method: "POST", body: words });

export const writeNote = (id: string, words: Words): Promise<Note> =>
  call(`${at(id)}/notes`, { method: "POST", body: words });

export const takeOver = (id: string, epoch: number): Promise<ConversationRow> =>
  call(`${at(id)}/takeover`, { method: "POST", body: { epoch } });

export const handBack = (id: string, epoch: number, brief: string): Promise<ConversationRow> =>
  call(`${at(id)}/handback`, { method: "POST", body: { epoch, brief } });

export const resolve = (id: string, epoch: number): Promise<ConversationRow> =>
  call(`${at(id)}/resolve`, { method: "POST", body: { epoch }, keepalive: true });
