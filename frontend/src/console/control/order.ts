/** In which order the conversations stand, and how it is kept still while somebody reads; pure. */

import type { RiskRow } from "../api/control";

/** A conversation in the table; one that is gone keeps its place until the order is let go. */
export interface Shown {
  row: RiskRow;
  gone: boolean;
}

export interface Still {
  shown: Shown[];
  /** Those that should stand higher than they do. */
  moved: string[];
}

/** What somebody dismissed is looked at last, until its risk rises again. */
const weight = (row: RiskRow): number => (row.dismissed ? -1 : row.risk);

/** The highest risk first; of equal ones who waits longest for somebody's yes, then the older conversation. */
export function ranked(rows: Iterable<RiskRow>): RiskRow[] {
  const due = (row: RiskRow) => row.draft?.due_at ?? "9";
  return [...rows].sort(
    (a, b) =>
      weight(b) - weight(a) ||
      due(a).localeCompare(due(b)) ||
      a.began_at.localeCompare(b.began_at) ||
      a.conversation_id.localeCompare(b.conversation_id),
  );
}

export const free = (rows: readonly RiskRow[]): Still => ({
  shown: rows.map((row) => ({ row, gone: false })),
  moved: [],
});

/**
 * The rows as they stood, with what is known of each now; new ones come at the foot, where they move nothing.
 * `before` is what stood when the order was taken, `fitting` what belongs there now, best first, `known` all there is.
 */
export function still(
  before: readonly RiskRow[],
  fitting: readonly RiskRow[],
  known: ReadonlyMap<string, RiskRow>,
): Still {
  const kept = before.map((was): Shown => {
    const row = known.get(was.conversation_id);
    return row ? { row, gone: false } : { row: was, gone: true };
  });
  const risks = new Map(before.map((was) => [was.conversation_id, weight(was)]));
  const added = fitting.filter((row) => !risks.has(row.conversation_id));
  const shown = [...kept, ...added.map((row): Shown => ({ row, gone: false }))];
  const places = new Map(shown.map(({ row }, place) => [row.conversation_id, place]));
  const rose = (row: RiskRow) => weight(row) > (risks.get(row.conversation_id) ?? -Infinity);
  const moved = fitting.filter((row, place) => rose(row) && place < (places.get(row.conversation_id) ?? 0));
  return { shown, moved: moved.map((row) => row.conversation_id) };
}

/** Those whose risk became high between two looks: new ones, and ones that rose. */
export function newlyHigh(
  before: ReadonlyMap<string, RiskRow>,
  now: ReadonlyMap<string, RiskRow>,
): RiskRow[] {
  const isHigh = (row: RiskRow | undefined) => row?.tier === "high" && !row.dismissed;
  return [...now.values()].filter((row) => isHigh(row) && !isHigh(before.get(row.conversation_id)));
}
