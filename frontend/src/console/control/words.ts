/** The words of the control room; pure. */

import type { Dismissal, Guidance, GuidanceKind, Reason, RiskRow, State, Tier } from "../api/control";
import { waitClock } from "../inbox/waiting";

export const TIER_NAMES: Record<Tier, string> = { high: "High", raised: "Raised", low: "Low" };

const STATES: Record<State, string> = {
  answering: "Answering now",
  waits_for_customer: "Waits for the customer",
  draft_waits: "An answer waits for a yes",
  asked_for_hold: "Next reply will wait",
};

export const stateInWords = (row: RiskRow): string => STATES[row.state];

export const GUIDANCE_NAMES: Record<GuidanceKind, string> = {
  words: "In your own words",
  say: "Say this",
  article: "Answer from an article",
  ask_for: "Ask for something",
  pass_on: "Pass on to a team",
};

export const GUIDANCE_STATES: Record<Guidance["state"], string> = {
  waiting: "The next answer will follow it",
  followed: "Followed",
  failed: "Could not be followed",
  taken_back: "Taken back",
};

export const DISMISSAL_NAMES: Record<Dismissal, string> = {
  handled: "The assistant has it well in hand",
  harmless: "The words are harmless here",
  known: "We know this customer or case",
  other: "Another reason",
};

export const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** "Anger 84%, from 70% on", or the plain fact. */
export function reasonInWords({ label, value, threshold }: Reason): string {
  if (value === null) return label;
  if (threshold === null) return `${label} ${percent(value)}`;
  return `${label} ${percent(value)}, ${value >= threshold ? "over" : "near"} ${percent(threshold)}`;
}

/** A row as one hears it: "High risk 84, Ella Marsh, anger 84%, over 70%". */
export function rowInWords(row: RiskRow): string {
  const why = row.reasons[0];
  return [`${TIER_NAMES[row.tier]} risk ${row.risk}`, row.customer.name, why && reasonInWords(why)]
    .filter(Boolean)
    .join(", ");
}

/** What is said once when risks became high. */
export function highInWords(rows: readonly RiskRow[]): string {
  const [first, ...others] = rows;
  if (!first) return "";
  const why = first.reasons[0];
  const words = why?.words ? `: “${why.words.text}”` : "";
  const one = `New high risk: ${first.customer.name}${why ? `, ${reasonInWords(why)}` : ""}${words}.`;
  return others.length === 0 ? one : `${others.length + 1} new high risks. ${one}`;
}

export const movedInWords = (count: number): string => `${count} moved up`;

/** How long it has gone on, and since the last words. */
export function timesOf(row: RiskRow, now: number): { total: string; last: string } {
  const last = row.last_exchange.at(-1)?.at ?? row.updated_at;
  return { total: waitClock(row.began_at, now), last: waitClock(last, now) };
}
