/** Undo send: replies that the server holds for some seconds, shown here with their time; the server says them once. */

import { t } from "@lingui/core/macro";
import type { Attachment } from "../../../shared/wire";
import { Problem } from "../../api/client";
import type { Written } from "../../api/translations";
import { type Act, type Held, holdReply, sayNow, takeBack } from "../../api/writing";
import { Cell } from "../../desk/cell";

export interface Waiting {
  conversationId: string;
  clientId: string;
  text: string;
  files: readonly Attachment[];
  acts: readonly Act[];
  /** The agent's own words, where `text` is their translation. */
  written: Written | null;
  /** When it goes, by this browser's clock. */
  until: number;
  /** It is being said now, so it cannot be taken back. */
  leaving: boolean;
}

/** What the holding needs of the page around it. */
export interface Around {
  /** Send it the ordinary way: the server cannot be reached, and the line repeats it when it is back. */
  send: (waiting: Waiting) => void;
  /** The words are not said: they belong into the field again; `why` where somebody should know. */
  giveBack: (waiting: Waiting, why: string | null) => void;
  /** It is said; `problem` says why what should have followed did not. */
  said: (waiting: Waiting, problem: string | null) => void;
  typing: (conversationId: string, active: boolean) => void;
}

const RENEW_TYPING = 3_000;

interface Entry {
  around: Around;
  held: Promise<Held>;
  timer: ReturnType<typeof setTimeout>;
  typing: ReturnType<typeof setInterval>;
}

export class Holding {
  /** At most one for each conversation. */
  readonly waiting = new Cell<ReadonlyMap<string, Waiting>>(new Map());
  private readonly entries = new Map<string, Entry>();

  /** Hold a reply; one that waits here already goes at once, as the server does it. */
  begin(what: Omit<Waiting, "until" | "leaving">, seconds: number, around: Around): void {
    const { conversationId, clientId, text, files, acts, written } = what;
    this.drop(conversationId);
    const body = { client_id: clientId, text, attachments: files.map((file) => file.id), seconds };
    const held = holdReply(conversationId, { ...body, acts: [...acts], ...(written && { written }) });
    const waiting = { ...what, until: Date.now() + seconds * 1_000, leaving: false };
    this.enter(waiting, held, around);
    held.catch((reason: unknown) => {
      if (!this.isStill(waiting)) return;
      this.drop(conversationId);
      if (!(reason instanceof Problem)) throw reason;
      if (reason.passing && acts.length === 0 && !written) around.send(waiting);
      else around.giveBack(waiting, reason.message);
    });
  }

  /** Take up again what the server held while this page was loaded anew. */
  resume(held: Held, around: Around): void {
    if (this.entries.has(held.conversation_id)) return;
    const { conversation_id: conversationId, client_id: clientId, text, acts, written, left_ms } = held;
    const waiting = {
      conversationId,
      clientId,
      text,
      files: [],
      acts,
      written,
      until: Date.now() + left_ms,
      leaving: false,
    };
    this.enter(waiting, Promise.resolve(held), around);
  }

  /** The words come back into the field, unless they are said already. */
  async undo(conversationId: string): Promise<void> {
    const waiting = this.waiting.get().get(conversationId);
    const entry = this.entries.get(conversationId);
    if (!waiting || waiting.leaving || !entry) return;
    this.drop(conversationId);
    try {
      await takeBack((await entry.held).id);
      entry.around.giveBack(waiting, null);
    } catch (reason) {
      if (!(reason instanceof Problem)) throw reason;
      if (reason.passing)
        entry.around.giveBack(waiting, t`It may have been sent: the server cannot be reached.`);
      else entry.around.said(waiting, t`It was sent already, so it could not be taken back.`);
    }
  }

  async sendNow(conversationId: string): Promise<void> {
    const waiting = this.waiting.get().get(conversationId);
    const entry = this.entries.get(conversationId);
    if (!waiting || waiting.leaving || !entry) return;
    this.show(conversationId, { ...waiting, leaving: true });
    try {
      const { problem } = await sayNow((await entry.held).id);
      if (this.isStill(waiting)) this.drop(conversationId);
      entry.around.said(waiting, problem);
    } catch (reason) {
      if (!(reason instanceof Problem)) throw reason;
      if (!this.isStill(waiting)) return; // the hold itself failed, and was seen to
      this.drop(conversationId);
      // What cannot be reached now, or is gone already, the server says by itself.
      if (reason.code === "not_possible_now") entry.around.giveBack(waiting, reason.message);
      else entry.around.said(waiting, null);
    }
  }

  private enter(waiting: Waiting, held: Promise<Held>, around: Around): void {
    const { conversationId, until } = waiting;
    const timer = setTimeout(() => void this.sendNow(conversationId), Math.max(0, until - Date.now()));
    const typing = setInterval(() => around.typing(conversationId, true), RENEW_TYPING);
    this.entries.set(conversationId, { around, held, timer, typing });
    if (until > Date.now()) around.typing(conversationId, true);
    this.show(conversationId, waiting);
  }

  private isStill(waiting: Waiting): boolean {
    return this.waiting.get().get(waiting.conversationId)?.clientId === waiting.clientId;
  }

  private drop(conversationId: string): void {
    const entry = this.entries.get(conversationId);
    if (!entry) return;
    clearTimeout(entry.timer);
    clearInterval(entry.typing);
    entry.around.typing(conversationId, false);
    this.entries.delete(conversationId);
    this.show(conversationId, null);
  }

  private show(conversationId: string, waiting: Waiting | null): void {
    this.waiting.change((now) => {
      const next = new Map(now);
      if (waiting) next.set(conversationId, waiting);
      else next.delete(conversationId);
      return next;
    });
  }
}

export const holding = new Holding();
