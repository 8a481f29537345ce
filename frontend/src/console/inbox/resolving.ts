/** Resolving waits a few seconds, so that undo leaves no trace in the log that the customer sees. */

import { Cell } from "../desk/cell";

export const UNDO_WITHIN = 5_000;

export class Resolving {
  /** The conversations that are about to be resolved. */
  readonly ids = new Cell<ReadonlySet<string>>(new Set());
  private readonly due = new Map<string, { timer: ReturnType<typeof setTimeout>; commit: () => void }>();

  begin(id: string, commit: () => void): void {
    if (this.due.has(id)) return;
    const timer = setTimeout(() => this.finish(id), UNDO_WITHIN);
    this.due.set(id, { timer, commit });
    this.show();
  }

  /** True when there was still something to undo. */
  undo(id: string): boolean {
    const entry = this.due.get(id);
    if (!entry) return false;
    clearTimeout(entry.timer);
    this.due.delete(id);
    this.show();
    return true;
  }

  /** Carry out all that waits: somebody leaves the page. */
  readonly flush = (): void => {
    for (const id of [...this.due.keys()]) this.finish(id);
  };

  private finish(id: string): void {
    const entry = this.due.get(id);
    if (!entry) return;
    clearTimeout(entry.timer);
    this.due.delete(id);
    this.show();
    entry.commit();
  }

  private show(): void {
    this.ids.set(new Set(this.due.keys()));
  }
}

export const resolving = new Resolving();
window.addEventListener("pagehide", resolving.flush);
