/** The calls about replays: other rules over past conversations. */

import type { Page } from "../../shared/wire";
import type { Signal } from "../desk/wire";
import { call } from "./client";
import type { Change, Does, RuleDocument } from "./rules";

export type ReplayState = "waiting" | "running" | "done" | "failed" | "cancelled";
export type Side = "before" | "after";

export interface Waits {
  /** Seconds; null where nobody came. */
  median: number | null;
  p90: number | null;
  /** Conversations for which nobody was left. */
  never: number;
}

export interface Work {
  to_people: number;
  hours: number | null;
  cost: number | null;
}

export interface ReplayResult {
  conversations: number;
  decisions: number;
  /** Decisions whose facts cannot be read. */
  unreadable: number;
  before: { handed_over: number; approvals: number };
  after: { handed_over: number; approvals: number };
  changes: Record<Change, number>;
  unchanged: number;
  /** Whose outcome hangs on something that was not measured. */
  cannot_tell: number;
  /** Of those no longer handed over: in truth a person took them, so that nothing was measured after. */
  cut_short: number;
  /** Passed on without a rule. */
  outside_rules: number;
  by_rule: { rule: string; was: number; now: number }[];
  by_hour: { before: number; after: number }[];
  waiting: { why_not: string; before: Waits | null; after: Waits | null };
  cost: { handling_minutes: number | null; hourly_cost: number | null; before: Work; after: Work };
  measured: {
    handovers: number;
    handled: number;
    handling_minutes: number | null;
    held_minutes: number | null;
    people: number | null;
    waited: { median: number | null; p90: number | null };
  };
}

export interface ReplayHead {
  id: string;
  state: ReplayState;
  against_version: number;
  from: string;
  to: string;
  handling_minutes: number | null;
  hourly_cost: number | null;
  agents: number | null;
  total: number;
  done: number;
  problem: string;
  requested_by: string;
  created_at: string;
  finished_at: string | null;
}

export interface Replay extends ReplayHead {
  result: ReplayResult | null;
}

/** Where a conversation goes with one book; all null where it stays with the assistant. */
export interface Outcome {
  seq: number | null;
  rule: string | null;
  trigger: string | null;
  label: string | null;
  does: Does | null;
  team: string | null;
  skill: string | null;
  priority: string | null;
  where: string;
}

export interface Replayed {
  id: string;
  customer: string;
  at: string;
  asked: { seq: number; text: string } | null;
  change: Change | "same";
  before: Outcome;
  after: Outcome;
  cannot_tell: boolean;
}

export interface Considered {
  fired: { rule: string; trigger: { name: string; label: string }; does: Does }[];
  nearly: { rule: string; trigger: { name: string; label: string }; lacks: { words: string }[] }[];
}

export interface ReplayedDecision {
  seq: number;
  at: string;
  readable: boolean;
  made?: { action: string; trigger: string; rule: string; version: number };
  signals?: Signal[];
  confidence?: number | null;
  threshold?: number | null;
  before?: Considered;
  after?: Considered;
}

export interface ReplayedWhole extends Replayed {
  messages: { seq: number; author: "customer" | "assistant" | "agent" | "system"; text: string }[];
  decisions: ReplayedDecision[];
}

export interface ReplayWish {
  document: RuleDocument | null;
  from: string;
  to: string;
  handling_minutes: number | null;
  hourly_cost: number | null;
  agents: number | null;
}

/** Which conversations of a replay; what is left out does not matter. */
export interface Behind {
  change?: Change | "same" | "cannot_tell" | "handed_over";
  side?: Side;
  rule?: string;
  hour?: number;
}

const REPLAYS = "rules/replays";

export const listReplays = (signal: AbortSignal): Promise<Page<ReplayHead>> => call(REPLAYS, { signal });

export const fetchReplay = (id: string, signal: AbortSignal): Promise<Replay> =>
  call(`${REPLAYS}/${id}`, { signal });

export const startReplay = (wish: ReplayWish): Promise<Replay> =>
  call(REPLAYS, { method: "POST", body: wish });

export const cancelReplay = (id: string): Promise<Replay> =>
  call(`${REPLAYS}/${id}/cancel`, { method: "POST", body: {} });

export const listReplayed = (
  { id, behind, cursor }: { id: string; behind: Behind; cursor: string | null },
  signal: AbortSignal,
): Promise<Page<Replayed>> => {
  const asked = Object.entries({ ...behind, cursor }).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, String(value)]],
  );
  return call(`${REPLAYS}/${id}/conversations?${new URLSearchParams(asked)}`, { signal });
};

export const fetchReplayed = (
  { id, conversation }: { id: string; conversation: string },
  signal: AbortSignal,
): Promise<ReplayedWhole> => call(`${REPLAYS}/${id}/conversations/${conversation}`, { signal });
