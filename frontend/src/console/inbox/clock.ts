/** Times as people say them, in the reader's own locale. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span as a short clock: "<1m", "4m", "1h 05m", "3d". */
export function span(milliseconds: number): string {
  if (milliseconds < MINUTE) return "<1m";
  if (milliseconds < HOUR) return `${Math.floor(milliseconds / MINUTE)}m`;
  if (milliseconds < DAY) {
    const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
    return `${Math.floor(milliseconds / HOUR)}h ${String(minutes).padStart(2, "0")}m`;
  }
  return `${Math.floor(milliseconds / DAY)}d`;
}

/** A span in words for screen readers: "4 minutes". */
export function spanInWords(milliseconds: number): string {
  const [amount, unit] =
    milliseconds < HOUR
      ? [Math.max(1, Math.floor(milliseconds / MINUTE)), "minute"]
      : milliseconds < DAY
        ? [Math.floor(milliseconds / HOUR), "hour"]
        : [Math.floor(milliseconds / DAY), "day"];
  return `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}

export type Patience = "fresh" | "long" | "overdue";

/** How a wait feels to the one who waits. */
export function patience(milliseconds: number): Patience {
  if (milliseconds < 5 * MINUTE) return "fresh";
  return milliseconds < 15 * MINUTE ? "long" : "overdue";
}

const sameDay = (a: Date, b: Date) => a.toDateString() === b.toDateString();

/** The head of a day in a thread: "Today", "Yesterday", else the date. */
export function dayName(at: Date, now: Date, locale?: string): string {
  if (sameDay(at, now)) return "Today";
  if (sameDay(at, new Date(now.getTime() - DAY))) return "Yesterday";
  const year = at.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return at.toLocaleDateString(locale, { weekday: "long", day: "numeric", month: "long", year });
}

export function timeOfDay(at: Date, locale?: string): string {
  return at.toLocaleTimeString(locale, { hour: "numeric", minute: "2-digit" });
}

/** The time of a row: today by the clock, this year by the day, else by the date. */
export function rowTime(at: Date, now: Date, locale?: string): string {
  if (sameDay(at, now)) return timeOfDay(at, locale);
  if (at.getFullYear() === now.getFullYear()) {
    return at.toLocaleDateString(locale, { day: "numeric", month: "short" });
  }
  return at.toLocaleDateString(locale, { day: "numeric", month: "short", year: "numeric" });
}

export function fullTime(at: Date, locale?: string): string {
  return at.toLocaleString(locale, { dateStyle: "full", timeStyle: "short" });
}
