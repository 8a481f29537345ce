/** The quality of the handovers in words and numbers; pure. */

import { t } from "@lingui/core/macro";
import type { Estimate, Kind, Measure, PartOfTime, ReviewVerdict, Verdict } from "../../api/quality";

export const TRIGGERS: readonly [name: string, label: string][] = [
  ["asks_human", t`Asks for a person`],
  ["anger", t`Anger or frustration`],
  ["distress", t`Distress`],
  ["billing_legal", t`Billing or legal dispute`],
  ["policy_exception", t`Exception to a policy`],
  ["intent_missed", t`Misunderstood`],
  ["churn_risk", t`At risk of leaving`],
  ["public_escalation", t`Threat of publicity`],
  ["upsell", t`Chance to offer more`],
  ["cross_department", t`Several departments`],
  ["loop", t`Goes in circles`],
  ["low_confidence", t`The assistant is unsure`],
];

/** What hands over for a reason that is none of those; nobody picks it as what it should have been. */
export const OWN = { name: "own", label: t`A rule of your own` };

export const VERDICTS: Record<Verdict | ReviewVerdict, string> = {
  right: t`Right`,
  too_late: t`Too late`,
  needless: t`Not needed`,
  missed: t`A person was needed`,
  cannot_tell: t`Cannot tell`,
};

interface Meaning {
  name: string;
  /** What the share is of. */
  says: string;
  /** How it is worked out. */
  definition: string;
  /** What to do so that there is a number. */
  teaches: string;
}

export const MEASURES: Record<Measure, Meaning> = {
  precision: {
    name: t`A person was needed`,
    says: t`of the handovers that somebody labelled`,
    definition: t`Precision. Of the handovers with a label, those that were right or too late. For one reason: those that were needed for this very reason. The interval is Wilson’s.`,
    teaches: t`Open a conversation that was handed over and press 1, 2 or 3.`,
  },
  in_time: {
    name: t`The person came in time`,
    says: t`of the handovers that were needed`,
    definition: t`Of the handovers that were needed, those that were not labelled “too late”. The interval is Wilson’s.`,
    teaches: t`Comes with the first label “right” or “too late”.`,
  },
  recall: {
    name: t`Who needed a person got one`,
    says: t`of all who needed a person, as far as a sample tells`,
    definition: t`Recall. Needed handovers, against those and what reviews found missing. Each reviewed conversation stands for as many as its odds to be drawn say (Horvitz and Thompson; those nobody judged are made up for after Hájek), the interval is that of a ratio of two such totals (Donner and Zou).`,
    teaches: t`Needs labels of handovers, and reviews of what the assistant had alone.`,
  },
};

export const MEASURE_NAMES = Object.keys(MEASURES) as Measure[];

export const KINDS: Record<Kind, string> = {
  handovers: t`Handovers`,
  labelled: t`Handovers with a label`,
  unlabelled: t`Handovers without a label`,
  right: t`Handovers that were right`,
  too_late: t`Handovers that came too late`,
  needless: t`Handovers that were not needed`,
  other: t`Handovers that were needed for another reason`,
  elsewhere: t`Handovers for another reason that should have been this one`,
  missed: t`Conversations in which a person was needed and nobody came`,
  reviewed: t`Conversations that were reviewed`,
  cannot_tell: t`Reviews in which nobody could tell`,
};

/** A share as a whole percentage: "84%". */
export const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** "77 to 90%, from 132". */
export const intervalInWords = ({ low, high, of }: Estimate): string =>
  t`${Math.round(100 * low)} to ${percent(high)}, from ${of}`;

/** "3 points more than in the 90 days before"; nothing where there was no number. */
export function changeInWords(now: Estimate | null, before: number | null, days: number): string | null {
  if (!now || before === null) return null;
  const points = Math.round(100 * now.value) - Math.round(100 * before);
  const then = t`in the ${days} days before`;
  if (points === 0) return t`as ${then}`;
  const size = `${Math.abs(points)} ${Math.abs(points) === 1 ? "point" : "points"}`;
  return `${size} ${points > 0 ? "more" : "less"} than ${then}`;
}

const asDay = (iso: string, locale?: string): string =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" }).format(new Date(iso));

/** "Week of 16 Nov", or "Version 3, from 16 Nov". */
export function partInWords(
  { key, begins }: Pick<PartOfTime, "key" | "begins">,
  by: "week" | "version",
): string {
  if (by === "week") return t`Week of ${asDay(`${key}T12:00:00`)}`;
  return begins ? t`Version ${key}, from ${asDay(begins)}` : t`Version ${key}`;
}

/** The misses that a sample tells of: "about 14 in all (6 to 31)". */
export function missedInWords(total: { value: number; low: number; high: number } | null): string | null {
  if (!total || total.high < 0.5) return null;
  const [value = 0, low = 0, high = 0] = [total.value, total.low, total.high].map(Math.round);
  return value === low && value === high ? null : t`about ${value} in all (${low} to ${high})`;
}
