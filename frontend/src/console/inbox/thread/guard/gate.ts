/**
 * Keeps a reply from crossing what arrived while it was written.
 *
 * From the first letter of a draft on, what others do in the thread is news. The customer's words count as read once
 * the writer goes on writing a while after they came; a colleague's reply, or the baton in other hands, has to be
 * looked at. As long as there is unread news, a send waits for "Send anyway" or "Look first".
 */

import type { Thread } from "../../../../shared/thread";
import { Cell } from "../../../desk/cell";
import { type News, newsSince } from "./news";

/** Who writes on this long after words came has had the time to read them. */
export const READ_AFTER = 2_000;

export interface Gate {
  /** Where the log stood when the writing began, or was last looked at; null while nothing is written. */
  since: number | null;
  /** When the newest news came. */
  cameAt: number;
  /** The newest entry that the writer has surely seen. */
  readTo: number;
  /** A send that waits for a decision. */
  waiting: (() => void) | null;
}

const CLOSED: Gate = { since: null, cameAt: 0, readTo: 0, waiting: null };

export class Gates {
  private readonly cells = new Map<string, Cell<Gate>>();
  private readonly seqs = new Map<string, () => { thread: Thread; meId: string }>();

  cell(id: string): Cell<Gate> {
    const known = this.cells.get(id);
    if (known) return known;
    const cell = new Cell(CLOSED);
    this.cells.set(id, cell);
    return cell;
  }

  /** The thread that is looked at when somebody wants to send; returns how to forget it. */
  follow(id: string, look: () => { thread: Thread; meId: string }): () => void {
    this.seqs.set(id, look);
    return () => this.seqs.delete(id);
  }

  /** The words changed: with the first the watch begins, without any it ends; writing on reads what came before. */
  wrote(id: string, text: string, now: number): void {
    const look = this.seqs.get(id);
    if (!look) return;
    const { seq } = look().thread;
    this.cell(id).change((gate) => {
      if (text === "") return CLOSED;
      if (gate.since === null) return { since: seq, cameAt: 0, readTo: seq, waiting: null };
      const read = gate.waiting === null && gate.cameAt > 0 && now - gate.cameAt >= READ_AFTER;
      return read ? { ...gate, readTo: seq } : gate;
    });
  }

  /** Something came into the thread. */
  came(id: string, now: number): void {
    this.cell(id).change((gate) => (gate.since === null ? gate : { ...gate, cameAt: now }));
  }

  /** All that came was looked at. */
  looked(id: string): void {
    const look = this.seqs.get(id);
    if (!look) return;
    const { seq } = look().thread;
    this.cell(id).change((gate) =>
      gate.since === null ? gate : { ...gate, since: seq, readTo: seq, waiting: null },
    );
  }

  /** What came since the writing began. */
  news(id: string): News[] {
    const look = this.seqs.get(id);
    const { since } = this.cell(id).get();
    if (!look || since === null) return [];
    const { thread, meId } = look();
    return newsSince(thread, since, meId);
  }

  /** Sends at once when nothing is unread; else asks. A composer calls this in place of sending. */
  before(id: string, send: () => void): void {
    const { readTo } = this.cell(id).get();
    const unread = this.news(id).some((one) => one.kind !== "customer" || one.seq > readTo);
    if (!unread) {
      this.cell(id).set(CLOSED);
      send();
      return;
    }
    this.cell(id).change((gate) => ({ ...gate, waiting: send }));
  }

  sendAnyway(id: string): void {
    const { waiting } = this.cell(id).get();
    this.cell(id).set(CLOSED);
    waiting?.();
  }
}

export const gates = new Gates();
