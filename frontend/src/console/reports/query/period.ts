/** Days of the company as plain dates, and the periods that are chosen of them; pure. */

import { t } from "@lingui/core/macro";
import type { Compare, Grain, Period } from "../../api/reports";
import { locale } from "../../shell/locale";

const DAY = 86_400_000;

export const PRESETS = [7, 28, 90, 365] as const;
export const USUAL_DAYS = 28;

export type Choice = { days: number } | Period;

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
const asDay = (date: Date): string => date.toISOString().slice(0, 10);

export const isDay = (words: string | null): words is string =>
  words !== null && /^\d{4}-\d{2}-\d{2}$/.test(words) && !Number.isNaN(asDate(words).getTime());

export const moved = (day: string, days: number): string =>
  asDay(new Date(asDate(day).getTime() + days * DAY));

/** Which day a moment falls on in a zone. */
export function todayIn(zone: string, now: number): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    timeZone: zone,
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** How many days, both ends included. */
export const lengthOf = ({ from, to }: Period): number =>
  Math.round((asDate(to).getTime() - asDate(from).getTime()) / DAY) + 1;

export function periodOf(choice: Choice, today: string): Period {
  if (!("days" in choice)) return { from: choice.from, to: choice.to };
  return { from: moved(today, 1 - choice.days), to: today };
}

/** What the plan shows of it; all of it where that is none, so that the server says why not. */
export const reaching = (period: Period, first: string | null): Period =>
  first === null || period.from >= first || period.to < first ? period : { ...period, from: first };

function yearBefore(day: string): string {
  const same = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return same.endsWith("-02-29") ? same.replace("-29", "-28") : same;
}

/** The period that one is compared with: just as many days before, or the same days a year ago. */
export function comparedWith({ from, to }: Period, compare: Compare): Period | null {
  if (compare === "none") return null;
  if (compare === "year") return { from: yearBefore(from), to: yearBefore(to) };
  const back = lengthOf({ from, to });
  return { from: moved(from, -back), to: moved(to, -back) };
}

/** Parts that make a line of a few dozen points. */
export function usualGrain(period: Period): Grain {
  const days = lengthOf(period);
  if (days <= 35) return "day";
  return days <= 200 ? "week" : "month";
}

const MOST_POINTS = 200;
const DAYS_OF: Record<Grain, number> = { day: 1, week: 7, month: 30 };

/** The parts into which a period can sensibly be cut. */
export function grainsOf(period: Period): Grain[] {
  const days = lengthOf(period);
  const fit = (["day", "week", "month"] as const).filter(
    (grain) => days / DAYS_OF[grain] <= MOST_POINTS && days >= 2 * DAYS_OF[grain],
  );
  return fit.length > 0 ? fit : ["day"];
}

const said = (day: string, options: Intl.DateTimeFormatOptions, written = locale()): string =>
  new Intl.DateTimeFormat(written, { timeZone: "UTC", ...options }).format(asDate(day));

/** "5 Nov", with the year where it is not this one. */
export function dayInWords(day: string, today: string, written = locale()): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: "numeric" } as const);
  return said(day, { day: "numeric", month: "short", ...year }, written);
}

/** "27 Oct – 23 Nov". */
export function periodInWords({ from, to }: Period, today: string, written = locale()): string {
  if (from === to) return dayInWords(from, today, written);
  const last = dayInWords(to, today, written);
  const first = from.slice(0, 4) === to.slice(0, 4) ? from : null;
  return `${first ? said(first, { day: "numeric", month: "short" }, written) : dayInWords(from, "", written)} – ${last}`;
}

/** The name of one part of a period: "5 Nov", "Week of 2 Nov", "November". */
export function bucketInWords(bucket: Period, grain: Grain, today: string, written = locale()): string {
  if (grain === "month") {
    const year = bucket.from.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: "numeric" } as const);
    return said(bucket.from, { month: "long", ...year }, written);
  }
  if (grain === "week" && bucket.from !== bucket.to) return periodInWords(bucket, today, written);
  return said(bucket.from, { weekday: "short", day: "numeric", month: "short" }, written);
}

export const COMPARED: Record<Compare, string> = {
  previous: t`Compared: the days before`,
  year: t`Compared: a year before`,
  none: t`Compared with nothing`,
};

export const COMPARES: Record<Compare, string> = {
  previous: t`The days before`,
  year: t`A year before`,
  none: t`Nothing`,
};
