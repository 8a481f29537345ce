/** What somebody chose for one conversation, as long as the page is open. */

import { Cell } from "../../desk/cell";

/** Conversations whose messages are shown as they were written. */
export const originals = new Cell<ReadonlySet<string>>(new Set());
/** Conversations in which replies go out as they are written. */
export const asWritten = new Cell<ReadonlySet<string>>(new Set());

export function toggle(cell: Cell<ReadonlySet<string>>, id: string): void {
  cell.change((now) => {
    const next = new Set(now);
    if (!next.delete(id)) next.add(id);
    return next;
  });
}
