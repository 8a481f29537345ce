/** The threads that this console knows, and how they are read by REST: from the end, backwards, and onwards. */

import { applyEvents, expirePassing, type Thread, threadOf } from "../../shared/thread";
import { Problem } from "../api/client";
import { fetchEvents, fetchEventsBefore } from "../api/conversations";
import { beginAtEnd, prepend } from "./backwards";
import { Cell } from "./cell";

/** A screen or two, so that a conversation of any length opens at once. */
const FIRST_PAGE = 60;
const OLDER_PAGE = 200;

/** What the server did not give now may come later. */
function noProblem(reason: unknown): null {
  if (reason instanceof Problem) return null;
  throw reason;
}

export class Threads {
  private readonly cells = new Map<string, Cell<Thread>>();
  /** Those whose end is being asked for. */
  private readonly opening = new Set<string>();
  /** Older parts that are on their way. */
  private readonly reaching = new Map<string, Promise<boolean>>();

  cell(id: string): Cell<Thread> {
    const known = this.cells.get(id);
    if (known) return known;
    const cell = new Cell(threadOf(id));
    this.cells.set(id, cell);
    return cell;
  }

  seq(id: string): number {
    return this.cell(id).get().seq;
  }

  isOpening(id: string): boolean {
    return this.opening.has(id);
  }

  /** Begins a thread of which nothing is there at the end of its log; false while somebody does already. */
  async openAtEnd(id: string): Promise<boolean> {
    if (this.opening.has(id)) return false;
    this.opening.add(id);
    const end = await fetchEventsBefore(id, FIRST_PAGE).catch(noProblem);
    this.opening.delete(id);
    if (end) this.cell(id).change((now) => beginAtEnd(now, end));
    return true;
  }

  /** Fetches what came before the thread's first event; false when nothing did, or it cannot be had now. */
  loadOlder(id: string): Promise<boolean> {
    const under = this.reaching.get(id);
    if (under) return under;
    const reached = this.fetchOlder(id).finally(() => this.reaching.delete(id));
    this.reaching.set(id, reached);
    return reached;
  }

  /** Fetches backwards until an entry of the log is there; false when it cannot be had now. */
  async loadBackTo(id: string, seq: number): Promise<boolean> {
    while (this.cell(id).get().from >= seq) {
      if (!(await this.loadOlder(id))) return false;
    }
    return true;
  }

  /** Fills a thread onwards; when that fails too, the line brings the rest once it is back. */
  async fetchMissing(id: string): Promise<void> {
    let more = true;
    while (more) {
      const page = await fetchEvents(id, this.seq(id)).catch(noProblem);
      if (page) this.cell(id).change((now) => applyEvents(now, page.data));
      more = page?.has_more === true && page.data.length > 0;
    }
  }

  /** Lets go of what is only passing and was not renewed. */
  expire(now: number): void {
    for (const cell of this.cells.values()) cell.change((thread) => expirePassing(thread, now));
  }

  private async fetchOlder(id: string): Promise<boolean> {
    const { from } = this.cell(id).get();
    if (from === 0) return false;
    const page = await fetchEventsBefore(id, OLDER_PAGE, from + 1).catch(noProblem);
    if (page === null) return false;
    this.cell(id).change((now) => prepend(now, page.data));
    return this.cell(id).get().from < from;
  }
}
