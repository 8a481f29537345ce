/** The calls of the inbox, one function each. */

import { upload, type Watch } from "../../shared/upload";
import type { Attachment, Hint, Message, Page, ThreadEvent } from "../../shared/wire";
import type { End } from "../desk/backwards";
import type {
  Colleague,
  ConversationDetail,
  ConversationRow,
  Counts,
  DeskHint,
  Me,
  Note,
  Team,
} from "../desk/wire";
import { baseOf, filterOf, type InboxView } from "../inbox/address";
import { asQuery } from "../inbox/list/filter";
import { csrfToken } from "../shell/config";
import { call, Problem } from "./client";

const PAST_THE_END = 2 ** 31 - 1;

const at = (id: string) => `conversations/${encodeURIComponent(id)}`;

export function listConversations(
  asked: { view: InboxView; q: string; cursor: string | null },
  signal: AbortSignal,
): Promise<Page<ConversationRow>> {
  const filter = { ...filterOf(asked.view), ...(asked.q && { q: asked.q }) };
  const query = new URLSearchParams([["view", baseOf(asked.view)], ["limit", "50"], ...asQuery(filter)]);
  if (asked.cursor) query.set("cursor", asked.cursor);
  return call(`conversations?${query}`, { signal });
}

export const countConversations = (signal: AbortSignal): Promise<Counts> =>
  call("conversations/counts", { signal });

export const fetchConversation = (id: string, signal: AbortSignal): Promise<ConversationDetail> =>
  call(at(id), { signal });

export const fetchEvents = (id: string, afterSeq: number, signal?: AbortSignal): Promise<Page<ThreadEvent>> =>
  call(`${at(id)}/events?${new URLSearchParams({ after_seq: String(afterSeq), limit: "100" })}`, {
    ...(signal && { signal }),
  });

/** The end of the log before `beforeSeq`, or of all of it. */
export const fetchEventsBefore = (id: string, limit: number, beforeSeq = PAST_THE_END): Promise<End> =>
  call(`${at(id)}/events?${new URLSearchParams({ before_seq: String(beforeSeq), limit: String(limit) })}`);

export const fetchMe = (signal: AbortSignal): Promise<Me> => call("me", { signal });

export interface Updates {
  events: ThreadEvent[];
  hints: (Hint | DeskHint)[];
  has_more: boolean;
}

/** What a socket would have brought, waited for at most `wait` seconds. */
export const fetchUpdates = (
  asked: { conversation_id: string; after_seq: number; wait: number },
  signal: AbortSignal,
): Promise<Updates> => {
  const { conversation_id, after_seq, wait } = asked;
  const query = new URLSearchParams({ conversation_id, after_seq: String(after_seq), wait: String(wait) });
  return call(`updates?${query}`, { signal });
};

interface Words {
  client_id: string;
  text: string;
}

export const sendMessage = (id: string, words: Words & { attachments?: string[] }): Promise<Message> =>
  call(`${at(id)}/messages`, { method: "POST", body: words });

/** Stores a file as this agent, before the reply that it goes with. */
export const uploadAsAgent = (file: File, watch: Watch): Promise<Attachment> =>
  upload(file, { url: "/api/v1/attachments", headers: () => ({ "X-CSRFToken": csrfToken() }) }, watch);

/** The same file with a link that lives again; null when it cannot be had now. */
export const freshLink = (id: string): Promise<Attachment | null> =>
  call<Attachment>(`attachments/${encodeURIComponent(id)}`).catch((reason: unknown) => {
    if (reason instanceof Problem) return null;
    throw reason;
  });

export const writeNote = (id: string, words: Words & { mentions?: string[] }): Promise<Note> =>
  call(`${at(id)}/notes`, { method: "POST", body: words });

export const takeOver = (id: string, epoch: number): Promise<ConversationRow> =>
  call(`${at(id)}/takeover`, { method: "POST", body: { epoch } });

export const resolve = (id: string, epoch: number): Promise<ConversationRow> =>
  call(`${at(id)}/resolve`, { method: "POST", body: { epoch }, keepalive: true });

/** A resolved conversation opens again, a snoozed one wakes; either is then in the agent's own hand. */
export const reopen = (id: string, epoch: number): Promise<ConversationRow> =>
  call(`${at(id)}/reopen`, { method: "POST", body: { epoch } });

export const snooze = (id: string, epoch: number, until: Date): Promise<ConversationRow> =>
  call(`${at(id)}/snooze`, { method: "POST", body: { epoch, until: until.toISOString() } });

/** To whom a conversation goes: a team, or one person. */
export type Receiver = { team_id: string } | { agent_id: string };

export const transfer = (
  id: string,
  epoch: number,
  to: Receiver & { note: string },
): Promise<ConversationRow> => call(`${at(id)}/assignments`, { method: "POST", body: { epoch, ...to } });

export const listAgents = (signal: AbortSignal): Promise<Page<Colleague>> => call("agents", { signal });

export const listTeams = (signal: AbortSignal): Promise<Page<Team>> => call("teams", { signal });
