/** Waiting times and the time of a row, in the reader's own locale. */

import { clock, dayKey } from "../../shared/time";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A wait as a short clock: "<1m", "4m", "1h 05m", "3d". */
export function waitClock(since: string, now: number): string {
  const gone = Math.max(0, now - Date.parse(since));
  if (gone < MINUTE) return "<1m";
  if (gone < HOUR) return `${Math.floor(gone / MINUTE)}m`;
  if (gone >= DAY) return `${Math.floor(gone / DAY)}d`;
  const minutes = Math.floor((gone % HOUR) / MINUTE);
  return `${Math.floor(gone / HOUR)}h ${String(minutes).padStart(2, "0")}m`;
}

/** The same wait in words, for a sentence or a screen reader: "4 minutes". */
export function waitInWords(since: string, now: number): string {
  const gone = Math.max(0, now - Date.parse(since));
  if (gone < MINUTE) return "less than a minute";
  const [amount, unit] =
    gone < HOUR
      ? [Math.floor(gone / MINUTE), "minute"]
      : gone < DAY
        ? [Math.floor(gone / HOUR), "hour"]
        : [Math.floor(gone / DAY), "day"];
  return `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}

export type Patience = "fresh" | "long" | "overdue";

/** How a wait feels to the one who waits: long from five minutes on, overdue from fifteen. */
export function patience(since: string, now: number): Patience {
  const gone = now - Date.parse(since);
  if (gone < 5 * MINUTE) return "fresh";
  return gone < 15 * MINUTE ? "long" : "overdue";
}

/** The time of a row: today by the clock, this year by the day, else by the whole date. */
export function rowTime(at: string, now: number, locale?: string): string {
  const then = new Date(at);
  const today = new Date(now);
  if (dayKey(at) === dayKey(today.toISOString())) return clock(at, locale);
  const year = then.getFullYear() === today.getFullYear() ? undefined : "numeric";
  return then.toLocaleDateString(locale, { day: "numeric", month: "short", year });
}
