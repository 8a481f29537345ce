/** Times in words, in the reader's own locale. */

import { readersLocale } from "./locale";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The hour and minute, as "10:42" or "10:42 AM". */
export function clock(iso: string, locale = readersLocale()): string {
  return new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" }).format(new Date(iso));
}

/** Date and time in full, for a title or a screen reader. */
export function moment(iso: string, locale = readersLocale()): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" }).format(new Date(iso));
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** A key that two times share when they fall on one day of the reader. */
export function dayKey(iso: string): number {
  return startOfDay(new Date(iso));
}

/** "Today", "Yesterday", "Tuesday" within a week, else "3 March", with the year when it is another. */
export function day(iso: string, now: number, locale = readersLocale()): string {
  const then = new Date(iso);
  const today = new Date(now);
  const days = Math.round((startOfDay(today) - startOfDay(then)) / DAY);
  if (days === 0 || days === 1) {
    return capital(new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-days, "day"));
  }
  if (days > 1 && days < 7) return new Intl.DateTimeFormat(locale, { weekday: "long" }).format(then);
  const year = then.getFullYear() === today.getFullYear() ? undefined : "numeric";
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year }).format(then);
}

function unit(value: number, name: "second" | "minute" | "hour" | "day", locale = readersLocale()): string {
  return new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "narrow" }).format(value);
}

/** How long since, in its one largest unit: "12s", "4m", "3h", "2d". */
export function elapsed(iso: string, now: number, locale = readersLocale()): string {
  const gone = Math.max(0, now - new Date(iso).getTime());
  if (gone < MINUTE) return unit(Math.floor(gone / 1000), "second", locale);
  if (gone < HOUR) return unit(Math.floor(gone / MINUTE), "minute", locale);
  if (gone < DAY) return unit(Math.floor(gone / HOUR), "hour", locale);
  return unit(Math.floor(gone / DAY), "day", locale);
}
