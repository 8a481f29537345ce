/** In which order the conversations stand, and how it is kept still while somebody reads; pure. */

import type { RiskRow } from "../api/control";

/** A conversation in the table. */
export interface Shown {
  row: RiskRow;
  /** It is with the assistant no more; it keeps its place until the order is let go. */
  gone: boolean;
  /** What it weighed when the order was taken; null if it came since. */
  stood: number | null;
}

export interface Still {
  shown: Shown[];
  /** Those that should stand higher than they do. */
  moved: string[];
}

/** What somebody dismissed is looked at last, until its risk rises again. */
const weight = (row: RiskRow): number => (row.dismissed ? -1 : row.risk);

/** The highest risk first; of equal ones who is first to run out of time for a check, then the older conversation. */
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

/** The order as it should be. */
export const free = (fitting: readonly RiskRow[]): Still => ({
  shown: fitting.map((row) => ({ row, gone: false, stood: weight(row) })),
  moved: [],
});

/**
 * The rows where they stood, with what is known of each now; new ones come at the foot, where they move nothing.
 * `fitting` is what belongs in the table, best first; `known` is all there is.
 */
export function still(
  before: readonly Shown[],
  fitting: readonly RiskRow[],
  known: ReadonlyMap<string, RiskRow>,
): Still {
  const kept = before.map((was): Shown => {
    const row = known.get(was.row.conversation_id);
    return row ? { ...was, row, gone: false } : { ...was, gone: true };
  });
  const stood = new Map(before.map((was) => [was.row.conversation_id, was.stood]));
  const added = fitting.filter((row) => !stood.has(row.conversation_id));
  const shown = [...kept, ...added.map((row): Shown => ({ row, gone: false, stood: null }))];
  const places = new Map(shown.map(({ row }, place) => [row.conversation_id, place]));
  const rose = (row: RiskRow) => weight(row) > (stood.get(row.conversation_id) ?? Number.NEGATIVE_INFINITY);
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
