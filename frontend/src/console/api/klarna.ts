/** The calls of the Klarna check: where automation costs trust, and the rule that it drafts. */

import { call } from "./client";
import type { Metric, Period, Point, Unit } from "./reports";

export type Verdict = "costs_trust" | "watch" | "works" | "unclear" | "too_few" | "people";

export interface Ranged {
  value: number;
  low: number;
  high: number;
}

export interface Compared {
  key: string;
  name: string;
  unit: Unit;
  better: Metric["better"];
  /** With the assistant alone. */
  alone: Point | null;
  /** With people, or on all other topics. */
  against: Point | null;
  difference: (Ranged & { worse: boolean }) | null;
}

export interface Move {
  /** A month. */
  conversations: number;
  hours: Ranged;
  seats: Ranged;
  cost: Ranged | null;
  repeats_spared: Ranged | null;
}

export interface CheckedTopic {
  topic: string;
  verdict: Verdict;
  headline: string;
  says: string[];
  share: Ranged & { of: number };
  alone: number;
  people: number;
  against: "people" | "company";
  needed: number | null;
  measures: Compared[];
  move: Move | null;
  /** What speaks for giving it to the assistant. */
  could: { as_it_was: number; of: number; says: string } | null;
}

export interface Check {
  period: Period;
  days: number;
  measured_until: string | null;
  waiting: number;
  currency: string;
  agent_hour: number | null;
  seat_hours: number;
  counts: Record<Verdict, number>;
  data: CheckedTopic[];
}

export interface Drafted {
  rule: string;
  draft: { diff: { kind: string; rule: string; words: string }[]; problems: unknown[] };
}

export const fetchCheck = (days: number, signal: AbortSignal): Promise<Check> =>
  call(`reports/klarna_check?${new URLSearchParams({ days: String(days) })}`, { signal });

export const draftRule = (topic: string): Promise<Drafted> =>
  call("reports/klarna_check/draft", { method: "POST", body: { topic } });
