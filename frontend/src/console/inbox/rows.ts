/** Which rows a view shows and in what order: pure, so that the list can be reasoned about. */

import type { Page } from "../../shared/wire";
import type { ConversationRow, Me } from "../desk/wire";
import { baseOf, filterOf, type InboxView, type View } from "./address";
import { passes } from "./list/filter";

export interface RowPages {
  pages: Page<ConversationRow>[];
  pageParams: unknown[];
}

/** Who looks. */
export type Looker = Pick<Me, "id" | "teams">;

/** Views of which a row alone cannot tell whether it belongs there. */
export const TOLD_BY_SERVER: ReadonlySet<View> = new Set(["mentions", "tasks"]);

/** Whether the row belongs to the view; null where only the server knows. */
export function belongs(row: ConversationRow, view: InboxView, me: Looker, now = Date.now()): boolean | null {
  const base = baseOf(view);
  const filter = filterOf(view);
  const free = base === "all" && filter.status !== undefined;
  if (!free && !TOLD_BY_SERVER.has(base) && !holds(row, base, me)) return false;
  const passing = passes(row, filter, me, now);
  return passing && TOLD_BY_SERVER.has(base) ? null : passing;
}

function holds(row: ConversationRow, view: View, me: Looker): boolean {
  const live = row.status !== "resolved";
  const open = row.status === "open";
  switch (view) {
    case "waiting":
      return live && row.control.holder === "queue";
    case "mine":
      return open && row.control.holder === "agent" && row.control.agent?.id === me.id;
    case "team":
      return open && me.teams.some((team) => team.id === row.control.team?.id);
    case "unassigned":
      return live && row.control.holder === "queue" && row.offered_to === null;
    case "sla":
      return live && row.sla?.due_at != null;
    case "held":
      return live && row.draft_due_at != null;
    case "assistant":
      return open && row.control.holder === "assistant";
    case "snoozed":
      return row.status === "snoozed";
    case "all":
      return live;
    case "resolved":
      return !live;
    default:
      return true;
  }
}

/** Milliseconds that a priority counts as waited already, as the server's routing has it. */
const HEAD_START = { urgent: 30 * 60_000, high: 10 * 60_000, normal: 0 } as const;

function turnOf(row: ConversationRow): number {
  return Date.parse(row.waiting_since ?? row.updated_at) - HEAD_START[row.priority];
}

/** Waiting: as they are taken. With clocks: what is due next. Elsewhere: what moved last is first. */
export function inOrder(view: InboxView): (a: ConversationRow, b: ConversationRow) => number {
  const base = baseOf(view);
  if (base === "sla") {
    return (a, b) => (a.sla?.due_at ?? "~").localeCompare(b.sla?.due_at ?? "~") || a.id.localeCompare(b.id);
  }
  if (base === "waiting" || base === "unassigned") {
    return (a, b) => turnOf(a) - turnOf(b) || a.id.localeCompare(b.id);
  }
  return (a, b) => b.updated_at.localeCompare(a.updated_at) || b.id.localeCompare(a.id);
}

function isNewer(next: ConversationRow, known: ConversationRow): boolean {
  if (next.seq !== known.seq) return next.seq > known.seq;
  if (next.control.epoch !== known.control.epoch) return next.control.epoch > known.control.epoch;
  return next.updated_at >= known.updated_at;
}

/** Of two states of one row, the later; the given one when they are equally late. */
export function newer(row: ConversationRow, known: ConversationRow | undefined): ConversationRow {
  return known === undefined || isNewer(row, known) ? row : known;
}

/** All loaded rows of the view, once each, in order; what was searched stays as the server ranked it. */
export function flatten(data: RowPages | undefined, view: InboxView, searched = false): ConversationRow[] {
  if (!data) return [];
  const byId = new Map<string, ConversationRow>();
  for (const page of data.pages) {
    for (const row of page.data) {
      const known = byId.get(row.id);
      if (!known || isNewer(row, known)) byId.set(row.id, row);
    }
  }
  return searched ? [...byId.values()] : [...byId.values()].sort(inOrder(view));
}

/** True when the row lies beyond what was loaded, where a later page will bring it. */
function beyondLoaded(row: ConversationRow, data: RowPages, view: InboxView): boolean {
  if (!data.pages.at(-1)?.has_more) return false;
  const last = flatten(data, view).at(-1);
  return last !== undefined && inOrder(view)(row, last) > 0;
}

/** Fold a changed row into the loaded pages: replace, add, or take out. An older row changes nothing. */
export function applyRow(
  data: RowPages,
  row: ConversationRow,
  place: { view: InboxView; me: Looker; q: string },
): RowPages {
  const known = data.pages.flatMap((page) => page.data).find((each) => each.id === row.id);
  if (known && !isNewer(row, known)) return data;
  const belonging = place.q ? null : belongs(row, place.view, place.me);
  const stays = belonging !== false;
  if (known) {
    const change = (rows: ConversationRow[]) =>
      stays
        ? rows.map((each) =>
            each.id === row.id ? { ...row, ...(each.found && { found: each.found }) } : each,
          )
        : rows.filter((each) => each.id !== row.id);
    return { ...data, pages: data.pages.map((page) => ({ ...page, data: change(page.data) })) };
  }
  const [first, ...rest] = data.pages;
  if (belonging !== true || !first || beyondLoaded(row, data, place.view)) return data;
  return { ...data, pages: [{ ...first, data: [row, ...first.data] }, ...rest] };
}

export interface Held {
  ids: string[];
  /** How many rows would appear, leave or move if the order were let go. */
  waiting: number;
}

/**
 * Keep the order that the eye is on. Rows that left stay where they were; new ones wait behind a chip,
 * except those past the last known row, which move nothing.
 */
export function holdOrder(shown: readonly string[], wanted: readonly string[]): Held {
  const known = new Set(shown);
  const lastKnown = wanted.findLastIndex((id) => known.has(id));
  const below = wanted.slice(lastKnown + 1).filter((id) => !known.has(id));
  const fresh = wanted.filter((id) => !known.has(id)).length - below.length;
  const wantedSet = new Set(wanted);
  const gone = shown.filter((id) => !wantedSet.has(id)).length;
  return { ids: [...shown, ...below], waiting: fresh + gone + moved(shown, wanted) };
}

function moved(shown: readonly string[], wanted: readonly string[]): number {
  const inShown = new Set(shown);
  const inWanted = new Set(wanted);
  const before = shown.filter((id) => inWanted.has(id));
  const after = wanted.filter((id) => inShown.has(id));
  const place = new Map(before.map((id, index) => [id, index]));
  return after.filter((id, index) => (place.get(id) ?? index) > index).length;
}

/** A row that leaves the view while it is open stays where it was until another is opened. */
export function keepOpen(shown: readonly string[], wanted: readonly string[], open: string | null): string[] {
  const index = open === null ? -1 : shown.indexOf(open);
  if (open === null || index === -1 || wanted.includes(open)) return [...wanted];
  return [...wanted.slice(0, index), open, ...wanted.slice(index)];
}

/** The neighbour for j and k; the first row when nothing is chosen yet. */
export function neighbour(ids: readonly string[], current: string | null, step: 1 | -1): string | null {
  const index = current === null ? -1 : ids.indexOf(current);
  if (index === -1) return (step === 1 ? ids[0] : ids.at(-1)) ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, index + step))] ?? null;
}
