/** Days and weeks of a calendar by the clocks of its own zone; days are YYYY-MM-DD; pure. */

import type { Appointment } from "../../api/calendars";
import { locale as readersLocale } from "../../shell/locale";

const DAY = 24 * 60 * 60_000;

/** The day on which a moment falls in a zone. */
export function dayIn(moment: Date | string, zone: string): string {
  // Sweden writes dates as ISO does.
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date(moment));
}

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

export const plusDays = (day: string, many: number): string =>
  new Date(noon(day).getTime() + many * DAY).toISOString().slice(0, 10);

/** The Monday of the day's week. */
export const mondayOf = (day: string): string => plusDays(day, -((noon(day).getUTCDay() + 6) % 7));

export const weekOf = (monday: string): string[] =>
  [0, 1, 2, 3, 4, 5, 6].map((many) => plusDays(monday, many));

/** "Tuesday 24 November" in the reader's language. */
export const dayInWords = (day: string, locale = readersLocale()): string =>
  new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(
    noon(day),
  );

/** "24 November – 30 November 2026". */
export const weekInWords = (monday: string, locale = readersLocale()): string =>
  new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).formatRange(noon(monday), noon(plusDays(monday, 6)));

/** The time of day in a zone. */
export const timeIn = (moment: string, zone: string, locale = readersLocale()): string =>
  clockIn(zone, locale).format(new Date(moment));

/** From when to when, in a zone: "8:30 – 10:30 AM". */
export const spanIn = (from: string, to: string, zone: string, locale = readersLocale()): string =>
  clockIn(zone, locale).formatRange(new Date(from), new Date(to));

/** Hours of a day, which are "HH:MM", in words; those that touch are one. */
export function hoursInWords(
  hours: readonly { opens: string; closes: string }[],
  locale = readersLocale(),
): string {
  const whole: { opens: string; closes: string }[] = [];
  for (const one of [...hours].sort((a, b) => a.opens.localeCompare(b.opens))) {
    const before = whole.at(-1);
    if (before && before.closes === one.opens) before.closes = one.closes;
    else whole.push({ ...one });
  }
  const moment = (time: string) => Date.UTC(2024, 0, 1, ...(time.split(":").map(Number) as [number, number]));
  const clock = clockIn("UTC", locale);
  return whole
    .map(({ opens, closes }) => `${clock.format(moment(opens))} – ${clock.format(moment(closes))}`)
    .join(", ");
}

const clockIn = (zone: string, locale = readersLocale()) =>
  new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit", timeZone: zone });

/** Date and time in a zone, in words. */
export const momentIn = (moment: string, zone: string, locale = readersLocale()): string =>
  `${dayInWords(dayIn(moment, zone), locale)}, ${timeIn(moment, zone, locale)}`;

/** What to ask the server for, a day wider on each side than any zone needs. */
export const around = (monday: string): { since: string; until: string } => ({
  since: `${plusDays(monday, -1)}T00:00:00Z`,
  until: `${plusDays(monday, 8)}T00:00:00Z`,
});

/** The appointments of each of the days, in order. */
export function byDay(
  appointments: readonly Appointment[],
  days: readonly string[],
  zone: string,
): [string, Appointment[]][] {
  const inOrder = [...appointments].sort((one, other) => one.starts_at.localeCompare(other.starts_at));
  return days.map((day) => [day, inOrder.filter((one) => dayIn(one.starts_at, zone) === day)]);
}
