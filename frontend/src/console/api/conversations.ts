/** The calls of the inbox, one function each. */

import type { TransferForm } from "../../shared/api";
import { upload, type Watch } from "../../shared/upload";
import type { Attachment, Hint, ThreadEvent } from "../../shared/wire";
import type { DeskHint } from "../desk/wire";
import { baseOf, filterOf, type InboxView } from "../inbox/address";
import { asked as narrowed } from "../inbox/list/filter";
import { csrfToken } from "../shell/config";
import { Problem } from "./client";
import { api } from "./typed";

const PAST_THE_END = 2 ** 31 - 1;

const of = (conversation_id: string) => ({ path: { conversation_id } });

export function listConversations(
  asked: { view: InboxView; q: string; cursor: string | null },
  signal: AbortSignal,
) {
  const filter = narrowed({ ...filterOf(asked.view), ...(asked.q && { q: asked.q }) });
  const query = { view: baseOf(asked.view), limit: 50, ...filter };
  return api.get("/conversations", {
    query: { ...query, ...(asked.cursor && { cursor: asked.cursor }) },
    signal,
  });
}

export const countConversations = (signal: AbortSignal) => api.get("/conversations/counts", { signal });

export const fetchConversation = (id: string, signal: AbortSignal) =>
  api.get("/conversations/{conversation_id}", { ...of(id), signal });

export const fetchEvents = (id: string, after_seq: number, signal?: AbortSignal) =>
  api.get("/conversations/{conversation_id}/events", {
    ...of(id),
    query: { after_seq, limit: 100 },
    ...(signal && { signal }),
  });

/** The end of the log before `beforeSeq`, or of all of it. */
export const fetchEventsBefore = (id: string, limit: number, before_seq = PAST_THE_END) =>
  api.get("/conversations/{conversation_id}/events", { ...of(id), query: { before_seq, limit } });

export const fetchMe = (signal: AbortSignal) => api.get("/me", { signal });

/** What a socket would have brought, waited for at most `wait` seconds; hints are frames as a socket has them. */
export async function fetchUpdates(
  asked: { conversation_id: string; after_seq: number; wait: number },
  signal: AbortSignal,
): Promise<{ events: ThreadEvent[]; hints: (Hint | DeskHint)[] }> {
  const { events, hints } = await api.get("/updates", { query: asked, signal });
  return { events, hints: hints as unknown as (Hint | DeskHint)[] };
}

interface Words {
  client_id: string;
  text: string;
}

export const sendMessage = (id: string, body: Words & { attachments?: string[] }) =>
  api.post("/conversations/{conversation_id}/messages", { ...of(id), body });

/** Stores a file as this agent, before the reply that it goes with. */
export const uploadAsAgent = (file: File, watch: Watch): Promise<Attachment> =>
  upload(file, { url: "/api/v1/attachments", headers: () => ({ "X-CSRFToken": csrfToken() }) }, watch);

/** The same file with a link that lives again; null when it cannot be had now. */
export const freshLink = (attachment_id: string): Promise<Attachment | null> =>
  api.get("/attachments/{attachment_id}", { path: { attachment_id } }).catch((reason: unknown) => {
    if (reason instanceof Problem) return null;
    throw reason;
  });

export const writeNote = (id: string, body: Words & { mentions?: string[] }) =>
  api.post("/conversations/{conversation_id}/notes", { ...of(id), body });

export const takeOver = (id: string, epoch: number) =>
  api.post("/conversations/{conversation_id}/takeover", { ...of(id), body: { epoch } });

export const resolve = (id: string, epoch: number) =>
  api.post("/conversations/{conversation_id}/resolve", { ...of(id), body: { epoch }, keepalive: true });

/** A resolved conversation opens again, a snoozed one wakes; either is then in the agent's own hand. */
export const reopen = (id: string, epoch: number) =>
  api.post("/conversations/{conversation_id}/reopen", { ...of(id), body: { epoch } });

export const snooze = (id: string, epoch: number, until: Date) =>
  api.post("/conversations/{conversation_id}/snooze", {
    ...of(id),
    body: { epoch, until: until.toISOString() },
  });

/** To whom a conversation goes: a team, or one person. */
export type Receiver = { team_id: string } | { agent_id: string };

export const transfer = (id: string, epoch: number, to: Receiver & Required<Pick<TransferForm, "note">>) =>
  api.post("/conversations/{conversation_id}/assignments", { ...of(id), body: { epoch, ...to } });

export const listAgents = (signal: AbortSignal) => api.get("/agents", { signal });

export const listTeams = (signal: AbortSignal) => api.get("/teams", { signal });
