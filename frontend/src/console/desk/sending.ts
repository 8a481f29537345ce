/** Sends replies: at once, or when the line is back; each under one client id, so that none is stored twice. */

import { t } from "@lingui/core/macro";
import { acknowledge, addPending, dropPending, refuse } from "../../shared/thread";
import type { ApiError, ThreadEvent } from "../../shared/wire";
import { Problem } from "../api/client";
import { fetchEvents, sendMessage } from "../api/conversations";
import { apiError } from "../api/problems";
import type { Answer, Words } from "./answers";
import { Cell } from "./cell";
import type { Outbox, Unsent } from "./outbox";
import type { Threads } from "./threads";

/** A reply that waited longer is not sent before it is known whether a colleague acted meanwhile. */
const FRESH_FOR = 30_000;

export interface Way {
  /** Says it over the socket; null where none stands or no answer comes. */
  sayOver: (conversationId: string, words: Words) => Promise<Answer | null>;
  /** It is stored: the log may hold more than the thread shows. */
  stored: (conversationId: string) => void;
  meId: () => string;
}

/** The colleague who acted after the writer last looked; null when none did. */
export function overtakenBy(events: readonly ThreadEvent[], meId: string): string | null {
  for (const { type, data } of events) {
    const who = type === "message.added" ? (data.author.kind === "agent" ? data.author : null) : null;
    const taker = type === "control.changed" ? data.agent : null;
    const other = who ?? taker;
    if (other && other.id !== meId) return other.name;
    if (type === "status.changed" && data.status === "resolved" && !data.notice) return t`Somebody`;
  }
  return null;
}

function overtaken(name: string): ApiError {
  const message = t`${name} took care of this conversation while your reply waited. Look first, then send it or discard it.`;
  return { type: "api_error", code: "overtaken", message, param: null, request_id: "" };
}

const isUnreachable = (problem: unknown): boolean => problem instanceof Problem && problem.status === 0;

export class Sending {
  /** The client ids of those that wait for the line. */
  readonly waiting = new Cell<ReadonlySet<string>>(new Set());
  private readonly threads: Threads;
  private readonly outbox: Outbox;
  private readonly way: Way;
  private readonly underWay = new Set<string>();

  constructor(threads: Threads, outbox: Outbox, way: Way) {
    this.threads = threads;
    this.outbox = outbox;
    this.way = way;
    for (const one of outbox.all()) this.show(one);
  }

  /** Shows a reply and sends it; the same client id makes a repeat harmless. Ends when its fate is known. */
  async send(reply: Pick<Unsent, "conversation_id" | "client_id" | "text" | "attachments">): Promise<void> {
    const after = this.threads.seq(reply.conversation_id);
    const one: Unsent = { ...reply, at: Date.now(), after, error: null };
    this.outbox.put(one);
    this.show(one);
    await this.carry(one);
  }

  /** The line is back: what waited goes, oldest first. */
  async flush(): Promise<void> {
    for (const one of this.outbox.all()) {
      if (one.error === null && !this.underWay.has(one.client_id)) await this.carryLate(one);
    }
  }

  discard(id: string, clientId: string): void {
    this.outbox.drop(clientId);
    this.rest(clientId, false);
    this.threads.cell(id).change((now) => dropPending(now, clientId));
  }

  private show(one: Unsent): void {
    const { conversation_id, client_id, text, attachments, at, error } = one;
    const thread = this.threads.cell(conversation_id);
    thread.change((now) => addPending(now, { client_id, kind: "send", text, attachments }, at));
    if (error) thread.change((now) => refuse(now, client_id, error));
  }

  private async carryLate(one: Unsent): Promise<void> {
    if (Date.now() - one.at > FRESH_FOR) {
      const page = await fetchEvents(one.conversation_id, one.after).catch((problem: unknown) => {
        if (problem instanceof Problem) return null;
        throw problem;
      });
      if (page === null) return this.rest(one.client_id, true);
      const name = overtakenBy(page.data, this.way.meId());
      if (name) return this.refused(one, overtaken(name));
    }
    await this.carry(one);
  }

  private async carry(one: Unsent): Promise<void> {
    const { conversation_id: id, client_id, text, attachments } = one;
    const files = attachments.map((each) => each.id);
    const words = { client_id, text, ...(files.length > 0 && { attachments: files }) };
    this.underWay.add(client_id);
    try {
      const answer = await this.way.sayOver(id, words);
      if (answer?.op === "error") return this.refused(one, answer.error);
      const { seq } = answer ?? (await sendMessage(id, words));
      this.outbox.drop(client_id);
      this.rest(client_id, false);
      const ack = { op: "ack", client_id, seq, conversation_id: id } as const;
      this.threads.cell(id).change((now) => acknowledge(now, ack));
      this.way.stored(id);
    } catch (problem) {
      if (isUnreachable(problem)) this.rest(client_id, true);
      else this.refused(one, apiError(problem));
    } finally {
      this.underWay.delete(client_id);
    }
  }

  private refused(one: Unsent, error: ApiError): void {
    this.outbox.put({ ...one, error });
    this.rest(one.client_id, false);
    this.threads.cell(one.conversation_id).change((now) => refuse(now, one.client_id, error));
  }

  private rest(clientId: string, waits: boolean): void {
    const ids = new Set(this.waiting.get());
    if (ids.has(clientId) === waits) return;
    if (waits) ids.add(clientId);
    else ids.delete(clientId);
    this.waiting.set(ids);
  }
}
