/** The calls of the Queue page, and of the calls that customers were promised. */

import type { Named, Page } from "../../shared/wire";
import type { Availability, ConversationRow } from "../desk/wire";
import { call } from "./client";

/** Seconds. */
export interface Range {
  low: number;
  high: number;
}

export interface WaitingRow {
  conversation: ConversationRow;
  place: number;
  /** As it was told; `left` is what is left of it now. */
  told: Range | null;
  told_at: string | null;
  left: Range | null;
}

export interface Worker {
  id: string;
  name: string;
  presence: Availability;
  on_shift: boolean;
  load: number;
  capacity: number;
}

export interface TeamQueue {
  /** Null stands for the whole desk. */
  team: Named | null;
  open: boolean;
  opens_at: string | null;
  count: number;
  waiting: WaitingRow[];
  /** Who waits for a call that was promised for later. */
  resting: number;
  people: Worker[];
}

export const WAIT_KINDS = [
  "waits",
  "taken",
  "left",
  "called",
  "no_range",
  "told",
  "held",
  "early",
  "late",
] as const;
export type WaitKind = (typeof WAIT_KINDS)[number];

export interface Share {
  value: number;
  low: number;
  high: number;
}

export type Figures = Record<WaitKind, number> & { share: Share | null };

export interface QueueReport {
  days: number;
  /** The share of ranges that should hold. */
  stated: number;
  all: Figures;
  /** Seconds. */
  waits: { median: number | null; p90: number | null };
  teams: (Figures & { team: Named | null })[];
  weeks: { week: string; told: number; held: number; share: Share | null }[];
  calls: { promised: number; open: number; kept: number; late: number; reached: number };
}

export interface Wait {
  id: string;
  conversation_id: string;
  customer: { id: string; name: string; email: string | null };
  team: Named | null;
  told_at: string;
  place: number;
  at_work: number;
  wait: Range | null;
  waited: number | null;
  ended: "taken" | "left" | "closed" | "moved" | "rested" | null;
}

export interface PromisedCall {
  id: string;
  conversation_id: string;
  customer: { id: string; name: string; email: string | null };
  team: Named | null;
  owner: Named | null;
  phone: { e164: string; text: string };
  begins_at: string;
  ends_at: string;
  state: "promised" | "done" | "failed" | "cancelled";
  tries: number;
  kept: boolean | null;
  late: boolean;
}

export interface CallWindow {
  begins_at: string;
  ends_at: string;
}

export type Outcome = "done" | "failed" | "again";

export const fetchQueue = (signal: AbortSignal): Promise<{ teams: TeamQueue[] }> => call("queue", { signal });

export const fetchReport = (days: number, signal: AbortSignal): Promise<QueueReport> =>
  call(`queue/report?${new URLSearchParams({ days: String(days) })}`, { signal });

export interface AskedWaits {
  kind: WaitKind;
  days: number;
  team_id?: string;
}

export function listWaits(
  asked: AskedWaits,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<Wait>> {
  const { days, ...others } = asked;
  const query = new URLSearchParams({ days: String(days), ...others, ...(cursor && { cursor }) });
  return call(`queue/waits?${query}`, { signal });
}

export const listCalls = (
  asked: { conversation_id?: string },
  signal: AbortSignal,
): Promise<Page<PromisedCall>> => call(`callbacks?${new URLSearchParams(asked)}`, { signal });

const outcomeAt = (id: string) => `callbacks/${encodeURIComponent(id)}/outcome`;

export const fetchWindows = (id: string, signal: AbortSignal): Promise<{ windows: CallWindow[] }> =>
  call(outcomeAt(id), { signal });

export const sayOutcome = (id: string, outcome: Outcome, again_at: string | null): Promise<PromisedCall> =>
  call(outcomeAt(id), { method: "POST", body: { outcome, again_at } });

export const assign = (id: string, agent_id: string, epoch: number): Promise<ConversationRow> =>
  call(`conversations/${encodeURIComponent(id)}/assignee`, { method: "PUT", body: { agent_id, epoch } });
