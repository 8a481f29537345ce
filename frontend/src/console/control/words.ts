/** The words of the control room; pure. */

import type { Dismissal, Guidance, GuidanceKind, RiskRow, State, Tier } from "../api/control";
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
  drafted: "The answer that waits follows it",
  failed: "Could not be followed",
  followed: "Followed",
  taken_back: "Taken back",
  ended: "The conversation went on without it",
};

export const DISMISSAL_NAMES: Record<Dismissal, string> = {
  handled: "It is being handled",
  harmless: "There is no risk",
  known: "Known, and watched elsewhere",
  other: "Another reason",
};

/** What is said once when risks became high. */
export function highInWords(rows: readonly RiskRow[]): string {
  const [first, ...others] = rows;
  if (!first) return "";
  const why = first.reasons[0];
  const words = why?.words ? `: “${why.words.text}”` : "";
  const one = `New high risk: ${first.customer.name}${why ? `, ${why.label}` : ""}${words}.`;
  return others.length === 0 ? one : `${others.length + 1} new high risks. ${one}`;
}

export const movedInWords = (count: number): string => `${count} moved up`;

/** How long it has gone on, and since the last words. */
export function timesOf(row: RiskRow, now: number): { total: string; last: string } {
  const last = row.last_exchange.at(-1)?.at ?? row.updated_at;
  return { total: waitClock(row.began_at, now), last: waitClock(last, now) };
}
