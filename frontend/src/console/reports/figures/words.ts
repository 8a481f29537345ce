/** Figures in words and numbers; pure. What cannot be said is null, never a zero. */

import { t } from "@lingui/core/macro";
import type { Changed, Figure, Metric, Point, Unit } from "../../api/reports";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const inTwo = (whole: number, [large, name]: [number, string], [small, part]: [number, string]): string => {
  const below = Math.floor((whole % large) / small);
  return `${Math.floor(whole / large)} ${name}${below ? ` ${below} ${part}` : ""}`;
};

/** Seconds in their two largest parts: "40 s", "3 min 20 s", "1 h 5 min"; as the mailed reports say them. */
export function secondsInWords(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  const sign = seconds <= -0.5 ? "−" : "";
  if (whole < MINUTE) return `${sign}${whole} s`;
  if (whole < HOUR) return sign + inTwo(whole, [MINUTE, "min"], [1, "s"]);
  if (whole < DAY) return sign + inTwo(whole, [HOUR, "h"], [MINUTE, "min"]);
  return sign + inTwo(whole, [DAY, "d"], [HOUR, "h"]);
}

const number = (value: number, most: number, locale?: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: most }).format(value);

function scoreInWords(value: number, locale?: string): string {
  const digits = Math.abs(value) < 1 ? 2 : 1;
  const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(locale, fixed).format(value);
}

/** Whole percents; near none and near all they would say too much. */
function shareInWords(share: number, locale?: string): string {
  const far = Math.abs(share);
  const fine = (far > 0 && far < 0.01) || (far > 0.99 && far < 1);
  const most = { style: "percent", maximumFractionDigits: fine ? 1 : 0 } as const;
  return new Intl.NumberFormat(locale, most).format(share);
}

export interface Spoken {
  unit: Unit;
  /** An ISO code, for money. */
  currency?: string | undefined;
}

export function valueInWords(value: number, { unit, currency }: Spoken, locale?: string): string {
  switch (unit) {
    case "share":
      return shareInWords(value, locale);
    case "seconds":
      return secondsInWords(value);
    case "count":
      return number(value, value < 10 ? 1 : 0, locale);
    case "score":
    case "ratio":
      return scoreInWords(value, locale);
    case "money":
      return currency
        ? new Intl.NumberFormat(locale, { style: "currency", currency }).format(value)
        : new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
  }
}

export interface Ranged {
  value: number;
  low: number;
  high: number;
}

/** The point as one with an interval; null where there is none. */
export function rangeOf(point: Point): Ranged | null {
  const { value, low, high } = point;
  return value === null || low === null || high === null || low === high ? null : { value, low, high };
}

/** "77–90%", "4.1–4.4", "9 min – 13 min 20 s". */
export function rangeInWords({ low, high }: Ranged, spoken: Spoken, locale?: string): string {
  const [first, last] = [low, high].map((end) => valueInWords(end, spoken, locale)) as [string, string];
  if (first === last) return last;
  if (low < 0) return t`${first} to ${last}`;
  if (spoken.unit === "seconds" || spoken.unit === "money") return `${first} – ${last}`;
  return spoken.unit === "share" ? `${first.replace(/\s?%$/, "")}–${last}` : `${first}–${last}`;
}

/** How far it moved, without its direction: "4 points", "2 min", "0.3". */
function distance(by: number, spoken: Spoken, locale?: string): string {
  const far = Math.abs(by);
  if (spoken.unit !== "share") return valueInWords(far, spoken, locale);
  const points = number(100 * far, 100 * far < 0.95 ? 1 : 0, locale);
  return `${points} ${points === "1" ? "point" : "points"}`;
}

const SURE: Record<NonNullable<Changed>, string> = {
  better: t`Clearly better`,
  worse: t`Clearly worse`,
  same: t`No clear change`,
};

export interface Change {
  /** "Clearly better"; null where neither way is good, or nothing can be said. */
  verdict: string | null;
  /** "4 points up from 80%". */
  words: string;
  changed: Changed;
}

/** What became of it; null where there is nothing to compare. */
export function changeOf(
  { value, before, changed }: Pick<Figure, "value" | "before" | "changed">,
  spoken: Spoken,
  locale?: string,
): Change | null {
  const was = before?.value ?? null;
  if (value === null || was === null) return null;
  const then = valueInWords(was, spoken, locale);
  const verdict = changed && SURE[changed];
  if (valueInWords(value, spoken, locale) === then)
    return { verdict, words: t`${then} before, too`, changed };
  const way = value > was ? "up" : "down";
  return { verdict, words: t`${distance(value - was, spoken, locale)} ${way} from ${then}`, changed };
}

const HOLDERS: readonly [end: string, colour: string][] = [
  ["_assistant", "var(--assistant)"],
  ["assistant_share", "var(--assistant)"],
  ["deflection", "var(--assistant)"],
  ["_agent", "var(--agent)"],
  ["backlog", "var(--queue)"],
];

/** A metric that is about one hand wears the colour of that hand. */
export const colourOf = (key: string): string =>
  HOLDERS.find(([end]) => key.endsWith(end))?.[1] ?? "var(--accent-text)";

/** What a figure rests on: "from 132"; a count rests on itself. */
export const fromInWords = (of: number, { unit }: Spoken, locale?: string): string | null =>
  unit === "count" ? null : t`from ${number(of, 0, locale)}`;

export const sentenceOf = (metric: Metric): string =>
  metric.sentence.endsWith(".") ? metric.sentence : `${metric.sentence}.`;
