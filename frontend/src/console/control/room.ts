/** All live conversations of the assistant, folded from an answer of the server and from what came live; pure. */

import type { ControlRoom, ControlSettings, RiskRow, Tier } from "../api/control";

export interface Room {
  rows: ReadonlyMap<string, RiskRow>;
  /** There are more than the server shows at once. */
  more: boolean;
  settings: ControlSettings;
}

/** What came live while an answer was on its way is newer than the answer. */
export class Heard {
  private readonly changes = new Map<string, { row: RiskRow | null; at: number }>();
  private count = 0;

  /** A place in time: what is heard from here on counts over an answer that was asked for here. */
  mark(): number {
    return this.count;
  }

  note(rows: readonly RiskRow[], gone: readonly string[]): void {
    this.count += 1;
    for (const row of rows) this.changes.set(row.conversation_id, { row, at: this.count });
    for (const id of gone) this.changes.set(id, { row: null, at: this.count });
  }

  onto({ data, has_more, settings }: ControlRoom, mark: number): Room {
    const rows = new Map(data.map((row) => [row.conversation_id, row]));
    for (const [id, { row, at }] of this.changes) {
      if (at <= mark) this.changes.delete(id);
      else if (row) rows.set(id, row);
      else rows.delete(id);
    }
    return { rows, more: has_more, settings };
  }
}

export function fold(room: Room, changed: readonly RiskRow[], gone: readonly string[]): Room {
  const rows = new Map(room.rows);
  for (const row of changed) rows.set(row.conversation_id, row);
  for (const id of gone) rows.delete(id);
  return { ...room, rows };
}

export interface Filter {
  tier: Tier | "";
  topic: string;
  team: string;
  /** Only what waits for a person's yes, or is held for one. */
  held: boolean;
}

export const EVERYTHING: Filter = { tier: "", topic: "", team: "", held: false };

export const isHeld = (row: RiskRow): boolean => row.hold !== null || row.draft !== null;

export const fits = (row: RiskRow, { tier, topic, team, held }: Filter): boolean =>
  (tier === "" || row.tier === tier) &&
  (topic === "" || row.topic === topic) &&
  (team === "" || row.team?.id === team) &&
  (!held || isHeld(row));

export interface Counted {
  all: number;
  high: number;
  raised: number;
  low: number;
  /** Held, or with an answer that waits for a yes. */
  held: number;
}

/** How many there are of each tier, of those that the other filters leave. */
export function counted(rows: Iterable<RiskRow>, filter: Filter): Counted {
  const counts: Counted = { all: 0, high: 0, raised: 0, low: 0, held: 0 };
  for (const row of rows) {
    if (!fits(row, { ...filter, tier: "", held: false })) continue;
    if (isHeld(row)) counts.held += 1;
    if (filter.held && !isHeld(row)) continue;
    counts.all += 1;
    counts[row.tier] += 1;
  }
  return counts;
}

/** What the rows can be narrowed to. */
export function choicesOf(rows: Iterable<RiskRow>): { topics: string[]; teams: [string, string][] } {
  const topics = new Set<string>();
  const teams = new Map<string, string>();
  for (const { topic, team } of rows) {
    if (topic) topics.add(topic);
    if (team) teams.set(team.id, team.name);
  }
  return {
    topics: [...topics].sort((a, b) => a.localeCompare(b)),
    teams: [...teams].sort(([, a], [, b]) => a.localeCompare(b)),
  };
}
