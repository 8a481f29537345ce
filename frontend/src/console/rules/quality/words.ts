/** The quality of the handovers in words and numbers; pure. */

import { plural, t } from "@lingui/core/macro";
import type { Estimate, Kind, Measure, PartOfTime, ReviewVerdict, Verdict } from "../../api/quality";
import { locale, number } from "../../shell/locale";

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

const COUNTED: Record<Kind, (count: number) => string> = {
  handovers: (count) => plural(count, { one: "# handover", other: "# handovers" }),
  labelled: (count) => plural(count, { one: "# labelled", other: "# labelled" }),
  unlabelled: (count) => plural(count, { one: "# without a label", other: "# without a label" }),
  right: (count) => plural(count, { one: "# right", other: "# right" }),
  too_late: (count) => plural(count, { one: "# too late", other: "# too late" }),
  needless: (count) => plural(count, { one: "# not needed", other: "# not needed" }),
  other: (count) => plural(count, { one: "# for another reason", other: "# for another reason" }),
  elsewhere: (count) => plural(count, { one: "# under another reason", other: "# under another reason" }),
  missed: (count) => plural(count, { one: "# missed", other: "# missed" }),
  reviewed: (count) => plural(count, { one: "# reviewed", other: "# reviewed" }),
  cannot_tell: (count) => plural(count, { one: "# unclear", other: "# unclear" }),
};

/** "3 too late", where nothing beside the number says what it counts. */
export const counted = (kind: Kind, count: number): string => COUNTED[kind](count);

/** A share as a whole percentage: "84%". */
export const percent = (share: number): string =>
  number(share, { style: "percent", maximumFractionDigits: 0 });

/** "77 to 90%, from 132". */
export function intervalInWords(estimate: Estimate): string {
  const low = Math.round(100 * estimate.low);
  const high = percent(estimate.high);
  const of = number(estimate.of);
  return t`${low} to ${high}, from ${of}`;
}

/** "3 points more than in the 90 days before"; nothing where there was no number. */
export function changeInWords(now: Estimate | null, before: number | null, days: number): string | null {
  if (!now || before === null) return null;
  const points = Math.round(100 * now.value) - Math.round(100 * before);
  if (points === 0) return t`as in the ${days} days before`;
  const size = Math.abs(points);
  return points > 0
    ? t`${plural(size, { one: "# point", other: "# points" })} more than in the ${days} days before`
    : t`${plural(size, { one: "# point", other: "# points" })} less than in the ${days} days before`;
}

const asDay = (iso: string): string =>
  new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short" }).format(new Date(iso));

/** "Week of 16 Nov", or "Version 3, from 16 Nov". */
export function partInWords(
  { key, begins }: Pick<PartOfTime, "key" | "begins">,
  by: "week" | "version",
): string {
  if (by === "week") {
    const day = asDay(`${key}T12:00:00`);
    return t`Week of ${day}`;
  }
  if (!begins) return t`Version ${key}`;
  const day = asDay(begins);
  return t`Version ${key}, from ${day}`;
}

/** The misses that a sample tells of: "about 14 in all (6 to 31)". */
export function missedInWords(total: { value: number; low: number; high: number } | null): string | null {
  if (!total || total.high < 0.5) return null;
  const [value = 0, low = 0, high = 0] = [total.value, total.low, total.high].map(Math.round);
  return value === low && value === high ? null : t`about ${value} in all (${low} to ${high})`;
}
