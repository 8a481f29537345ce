/** The words of the control room; pure. */

import { plural, t } from "@lingui/core/macro";
import type { Dismissal, Guidance, GuidanceKind, RiskRow, State, Tier } from "../api/control";
import { waitClock } from "../inbox/waiting";
import { number } from "../shell/locale";

export const TIER_NAMES: Record<Tier, string> = { high: t`High`, raised: t`Raised`, low: t`Low` };

const STATES: Record<State, string> = {
  answering: t`Answering now`,
  waits_for_customer: t`Waits for the customer`,
  draft_waits: t`An answer waits for a yes`,
  asked_for_hold: t`Next reply will wait`,
};

export const stateInWords = (row: RiskRow): string => STATES[row.state];

export const GUIDANCE_NAMES: Record<GuidanceKind, string> = {
  words: t`In your own words`,
  say: t`Say this`,
  article: t`Answer from an article`,
  ask_for: t`Ask for something`,
  pass_on: t`Pass on to a team`,
};

export const GUIDANCE_STATES: Record<Guidance["state"], string> = {
  waiting: t`The next answer will follow it`,
  drafted: t`The answer that waits follows it`,
  failed: t`Could not be followed`,
  followed: t`Followed`,
  taken_back: t`Taken back`,
  ended: t`The conversation went on without it`,
};

export const DISMISSAL_NAMES: Record<Dismissal, string> = {
  handled: t`It is being handled`,
  harmless: t`There is no risk`,
  known: t`Known, and watched elsewhere`,
  other: t`Another reason`,
};

function newHigh({ customer: { name }, reasons }: RiskRow): string {
  const why = reasons[0]?.label;
  const words = reasons[0]?.words?.text;
  if (!why) return t`New high risk: ${name}.`;
  return words ? t`New high risk: ${name}, ${why}: “${words}”.` : t`New high risk: ${name}, ${why}.`;
}

/** What is said once when risks became high. */
export function highInWords(rows: readonly RiskRow[]): string {
  const [first, ...others] = rows;
  if (!first) return "";
  const one = newHigh(first);
  return others.length === 0
    ? one
    : t`${{ count: number(others.length + 1) }} new high risks. ${{ first: one }}`;
}

export const movedInWords = (count: number): string =>
  plural(count, { one: "# moved up", other: "# moved up" });

/** How long it has gone on, and since the last words. */
export function timesOf(row: RiskRow, now: number): { total: string; last: string } {
  const last = row.last_exchange.at(-1)?.at ?? row.updated_at;
  return { total: waitClock(row.began_at, now), last: waitClock(last, now) };
}
