/** The Klarna check in words; pure. */

import { plural, t } from "@lingui/core/macro";
import type { CheckedTopic, Compared, Ranged, Verdict } from "../../api/klarna";
import { locale, number } from "../../shell/locale";
import { carried, metricPath } from "../addresses";
import { valueInWords } from "../figures/words";
import { PEOPLE } from "../query/choices";

export const DAYS = [30, 90, 180] as const;

/** How a verdict looks: to the worse, to the better, or neither. */
export const TONES: Record<Verdict, "bad" | "warn" | "good" | "quiet"> = {
  costs_trust: "bad",
  watch: "warn",
  works: "good",
  unclear: "quiet",
  too_few: "quiet",
  people: "quiet",
};

const COUNTED: readonly [verdict: Verdict, words: (count: number) => string][] = [
  ["costs_trust", (count) => plural(count, { one: "# topic costs trust", other: "# topics cost trust" })],
  [
    "watch",
    (count) =>
      plural(count, { one: "# is worse with the assistant", other: "# are worse with the assistant" }),
  ],
  ["works", (count) => plural(count, { one: "# works", other: "# work" })],
  [
    "unclear",
    (count) => plural(count, { one: "# shows no clear difference", other: "# show no clear difference" }),
  ],
  [
    "too_few",
    (count) => plural(count, { one: "# has too little to say", other: "# have too little to say" }),
  ],
  ["people", (count) => plural(count, { one: "# is people’s work", other: "# are people’s work" })],
];

/** "1 topic costs trust, 5 work, 3 have too little to say." */
export function summaryOf(counts: Record<Verdict, number>): string {
  const told = COUNTED.filter(([verdict]) => counts[verdict] > 0).map(([verdict, words]) =>
    words(counts[verdict]),
  );
  return told.length > 0 ? `${told.join(", ")}.` : "";
}

/** What rounds to nothing has no sign. */
const signed = (value: number, digits: number): string =>
  number(value, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: "exceptZero",
  }).replace("-", "−");

/** "27 points more (15 to 38)"; of a mood the step itself. */
export function differenceInWords({ difference, unit }: Compared): string | null {
  if (!difference) return null;
  const { value, low, high } = difference;
  if (unit !== "share") {
    const [at = "", from = "", to = ""] = [value, low, high].map((one) => signed(one, 2));
    return t`${at} (${from} to ${to})`;
  }
  const [at = "", from = "", to = ""] = [value, low, high].map((one) => signed(100 * one, 0));
  return t`${at} points (${from} to ${to})`;
}

/** "10 (8.5 to 12) hours", with digits as the size asks for. */
export function rangedInWords({ value, low, high }: Ranged, written = locale()): string {
  const digits = value < 10 ? 1 : 0;
  const format = new Intl.NumberFormat(written, { maximumFractionDigits: digits });
  const [at = "", from = "", to = ""] = [value, low, high].map((one) => format.format(one));
  return from === to ? at : t`${at} (${from} to ${to})`;
}

export const costInWords = ({ value }: Ranged, currency: string, written = locale()): string =>
  new Intl.NumberFormat(written, { style: "currency", currency, maximumFractionDigits: 0 }).format(value) ||
  valueInWords(value, { unit: "money", currency });

export type Side = "alone" | "people";

/** Where the conversations behind a number of the check are: the same days, topic and side. */
export function behindPath(
  { topic }: Pick<CheckedTopic, "topic">,
  { key, side, from, to }: { key: string; side: Side; from: string; to: string },
): string {
  const narrowed: Record<string, string> =
    side === "alone" ? { part: "assistant", trigger: "none" } : { part: PEOPLE };
  const path = carried(metricPath(key), "", { from, to, topic, ...narrowed });
  return `${path}&behind=${key}~counted`;
}
