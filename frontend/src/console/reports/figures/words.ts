/** Figures in words and numbers; pure. What cannot be said is null, never a zero. */

import { plural, t } from "@lingui/core/macro";
import type { Changed, Figure, Metric, Point, Unit } from "../../api/reports";
import { locale } from "../../shell/locale";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function lengthInWords(whole: number): string {
  const days = Math.floor(whole / DAY);
  const hours = Math.floor((whole % DAY) / HOUR);
  const minutes = Math.floor((whole % HOUR) / MINUTE);
  const seconds = whole % MINUTE;
  if (days) return hours ? t`${days} d ${hours} h` : t`${days} d`;
  if (hours) return minutes ? t`${hours} h ${minutes} min` : t`${hours} h`;
  if (minutes) return seconds ? t`${minutes} min ${seconds} s` : t`${minutes} min`;
  return t`${seconds} s`;
}

/** Seconds in their two largest parts: "40 s", "3 min 20 s", "1 h 5 min"; as the mailed reports say them. */
export function secondsInWords(seconds: number): string {
  const sign = seconds <= -0.5 ? "−" : "";
  return `${sign}${lengthInWords(Math.round(Math.abs(seconds)))}`;
}

const number = (value: number, most: number, written = locale()): string =>
  new Intl.NumberFormat(written, { maximumFractionDigits: most }).format(value);

function scoreInWords(value: number, written = locale()): string {
  const digits = Math.abs(value) < 1 ? 2 : 1;
  const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(written, fixed).format(value);
}

/** Whole percents; near none and near all they would say too much. */
function shareInWords(share: number, written = locale()): string {
  const far = Math.abs(share);
  const fine = (far > 0 && far < 0.01) || (far > 0.99 && far < 1);
  const most = { style: "percent", maximumFractionDigits: fine ? 1 : 0 } as const;
  return new Intl.NumberFormat(written, most).format(share);
}

export interface Spoken {
  unit: Unit;
  /** An ISO code, for money. */
  currency?: string | undefined;
}

export function valueInWords(value: number, { unit, currency }: Spoken, written = locale()): string {
  switch (unit) {
    case "share":
      return shareInWords(value, written);
    case "seconds":
      return secondsInWords(value);
    case "count":
      return number(value, value < 10 ? 1 : 0, written);
    case "score":
    case "ratio":
      return scoreInWords(value, written);
    case "money":
      return currency
        ? new Intl.NumberFormat(written, { style: "currency", currency }).format(value)
        : new Intl.NumberFormat(written, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
            value,
          );
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
export function rangeInWords({ low, high }: Ranged, spoken: Spoken, written = locale()): string {
  const [first, last] = [low, high].map((end) => valueInWords(end, spoken, written)) as [string, string];
  if (first === last) return last;
  if (low < 0) return t`${first} to ${last}`;
  if (spoken.unit === "seconds" || spoken.unit === "money") return `${first} – ${last}`;
  return spoken.unit === "share" ? `${first.replace(/\s?%$/, "")}–${last}` : `${first}–${last}`;
}

/** How far it moved, without its direction: "4 points", "2 min", "0.3". */
function distance(by: number, spoken: Spoken, written = locale()): string {
  const far = Math.abs(by);
  if (spoken.unit !== "share") return valueInWords(far, spoken, written);
  if (100 * far >= 0.95) return plural(Math.round(100 * far), { one: "# point", other: "# points" });
  const points = number(100 * far, 1, written);
  return t`${points} points`;
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
  written = locale(),
): Change | null {
  const was = before?.value ?? null;
  if (value === null || was === null) return null;
  const then = valueInWords(was, spoken, written);
  const verdict = changed && SURE[changed];
  if (valueInWords(value, spoken, written) === then)
    return { verdict, words: t`${then} before, too`, changed };
  const by = distance(value - was, spoken, written);
  const words = value > was ? t`${by} up from ${then}` : t`${by} down from ${then}`;
  return { verdict, words, changed };
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
export function fromInWords(count: number, { unit }: Spoken, written = locale()): string | null {
  if (unit === "count") return null;
  const of = number(count, 0, written);
  return t`from ${of}`;
}

export const sentenceOf = (metric: Metric): string =>
  metric.sentence.endsWith(".") ? metric.sentence : `${metric.sentence}.`;
