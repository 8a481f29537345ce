/** The Klarna check in words; pure. */

import { t } from "@lingui/core/macro";
import type { CheckedTopic, Compared, Ranged, Verdict } from "../../api/klarna";
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

const COUNTED: readonly [verdict: Verdict, one: string, several: string][] = [
  ["costs_trust", t`topic costs trust`, t`topics cost trust`],
  ["watch", t`is worse with the assistant`, t`are worse with the assistant`],
  ["works", "works", "work"],
  ["unclear", t`shows no clear difference`, t`show no clear difference`],
  ["too_few", t`has too little to say`, t`have too little to say`],
  ["people", t`is people’s work`, t`are people’s work`],
];

/** "1 topic costs trust, 5 work, 3 have too little to say." */
export function summaryOf(counts: Record<Verdict, number>): string {
  const told = COUNTED.filter(([verdict]) => counts[verdict] > 0).map(
    ([verdict, one, several]) => `${counts[verdict]} ${counts[verdict] === 1 ? one : several}`,
  );
  return told.length > 0 ? `${told.join(", ")}.` : "";
}

/** What rounds to nothing has no sign. */
function sign(value: number, words: string): string {
  if (Number(words) === 0) return words.replace("-", "");
  return value > 0 ? `+${words}` : words.replace("-", "−");
}

/** "27 points more (15 to 38)"; of a mood the step itself. */
export function differenceInWords({ difference, unit }: Compared): string | null {
  if (!difference) return null;
  const { value, low, high } = difference;
  if (unit !== "share") {
    const [at = "", from = "", to = ""] = [value, low, high].map((one) => sign(one, one.toFixed(2)));
    return t`${at} (${from} to ${to})`;
  }
  const points = (share: number) => sign(share, (100 * share).toFixed(0));
  return t`${points(value)} points (${points(low)} to ${points(high)})`;
}

/** "10 (8.5 to 12) hours", with digits as the size asks for. */
export function rangedInWords({ value, low, high }: Ranged, locale?: string): string {
  const digits = value < 10 ? 1 : 0;
  const words = (one: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(one);
  return words(low) === words(high) ? words(value) : t`${words(value)} (${words(low)} to ${words(high)})`;
}

export const costInWords = ({ value }: Ranged, currency: string, locale?: string): string =>
  new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 0 }).format(value) ||
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
