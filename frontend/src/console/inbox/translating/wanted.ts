/** Which messages of a thread are to be translated yet; pure. */

import type { Thread } from "../../../shared/thread";
import type { TranslationRow } from "../../api/translations";

export const AT_ONCE = 20;

/** The newest that nobody has asked for, at most so many; what Baton itself says is no message. */
export function wanted(
  thread: Thread,
  there: ReadonlyMap<number, TranslationRow>,
  asked: ReadonlySet<number>,
): number[] {
  const seqs: number[] = [];
  for (const event of thread.events.toReversed()) {
    if (event.type !== "message.added" || event.data.author.kind === "system" || !event.data.text) continue;
    if (there.has(event.seq) || asked.has(event.seq)) continue;
    seqs.push(event.seq);
    if (seqs.length === AT_ONCE) break;
  }
  return seqs.reverse();
}

/** By the message; an agent's own words stand for any translation of what was sent. */
export function bySeq(rows: readonly TranslationRow[]): Map<number, TranslationRow> {
  const found = new Map<number, TranslationRow>();
  for (const row of rows) if (found.get(row.seq)?.state !== "written") found.set(row.seq, row);
  return found;
}
