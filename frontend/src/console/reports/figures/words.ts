/** Figures in words and numbers; pure. What cannot be said is null, never a zero. */

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

function shareInWords(share: number, locale?: string): string {
  const small = share !== 0 && (Math.abs(share) < 0.095 || (share > 0.905 && share < 1));
  const most = { style: "percent", maximumFractionDigits: small ? 1 : 0 } as const;
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

/** "77 to 90%". */
export function rangeInWords({ low, high }: Ranged, spoken: Spoken, locale?: string): string {
  const [first, last] = [low, high].map((end) => valueInWords(end, spoken, locale));
  return first === last ? `about ${last}` : `${first} to ${last}`;
}

/** How far it moved, without its direction: "4 points", "2 min", "0.3". */
function distance(by: number, spoken: Spoken, locale?: string): string {
  const far = Math.abs(by);
  if (spoken.unit !== "share") return valueInWords(far, spoken, locale);
  const points = number(100 * far, 100 * far < 10 ? 1 : 0, locale);
  return `${points} ${points === "1" ? "point" : "points"}`;
}

const SURE: Record<NonNullable<Changed>, string> = {
  better: "clearly better",
  worse: "clearly worse",
  same: "no clear change",
};

export interface Change {
  /** "4 points more, clearly better". */
  words: string;
  /** "than in the 28 days before: 80%". */
  than: string;
  changed: Changed;
}

/** What became of it; null where there is nothing to compare. */
export function changeOf(
  figure: Pick<Figure, "value" | "before" | "changed">,
  spoken: Spoken,
  when: string,
  locale?: string,
): Change | null {
  const before = figure.before?.value ?? null;
  if (figure.value === null || before === null) return null;
  const { changed } = figure;
  const was = valueInWords(before, spoken, locale);
  if (valueInWords(figure.value, spoken, locale) === was)
    return { words: changed === "same" ? SURE.same : "as many", than: `as ${when}: ${was}`, changed: "same" };
  const by = figure.value - before;
  const moved = `${distance(by, spoken, locale)} ${by > 0 ? "more" : "less"}`;
  const sure = changed ? `, ${SURE[changed]}` : "";
  return { words: `${moved}${sure}`, than: `than ${when}: ${was}`, changed };
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

/** The words for those that count: "from 132 conversations". */
export const fromInWords = (of: number, locale?: string): string =>
  `from ${number(of, 0, locale)} ${of === 1 ? "conversation" : "conversations"}`;

export const sentenceOf = (metric: Metric): string =>
  metric.sentence.endsWith(".") ? metric.sentence : `${metric.sentence}.`;
