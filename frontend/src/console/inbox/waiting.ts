/** Waiting times and the time of a row, in the reader's own locale. */

import { plural, t } from "@lingui/core/macro";
import { readersLocale } from "../../shared/locale";
import { clock, dayKey } from "../../shared/time";
import type { ConversationRow } from "../desk/wire";
import { locale } from "../shell/locale";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "<1m", "4m". */
export function minutesInShort(length: number): string {
  const minutes = Math.floor(length / MINUTE);
  return minutes < 1 ? t`<1m` : t`${minutes}m`;
}

/** "1h 05m". */
export function hoursInShort(length: number): string {
  const hours = Math.floor(length / HOUR);
  const minutes = String(Math.floor((length % HOUR) / MINUTE)).padStart(2, "0");
  return t`${hours}h ${minutes}m`;
}

/** "5h", also of more than a day. */
export const wholeHours = (length: number): string => t`${{ hours: Math.floor(length / HOUR) }}h`;

/** "3d". */
export const daysInShort = (length: number): string => t`${{ days: Math.floor(length / DAY) }}d`;

/** A wait as a short clock: "<1m", "4m", "1h 05m", "3d". */
export function waitClock(since: string, now: number): string {
  const gone = Math.max(0, now - Date.parse(since));
  if (gone < HOUR) return minutesInShort(gone);
  return gone < DAY ? hoursInShort(gone) : daysInShort(gone);
}

/** The same wait in words, for a sentence or a screen reader: "4 minutes". */
export function waitInWords(since: string, now: number): string {
  const gone = Math.max(0, now - Date.parse(since));
  if (gone < MINUTE)
    return t({ message: "less than a minute", context: "for how long something has lasted" });
  if (gone < HOUR) {
    const minutes = Math.floor(gone / MINUTE);
    return t({
      context: "for how long something has lasted",
      message: plural(minutes, { one: "# minute", other: "# minutes" }),
    });
  }
  if (gone < DAY) {
    const hours = Math.floor(gone / HOUR);
    return t({
      context: "for how long something has lasted",
      message: plural(hours, { one: "# hour", other: "# hours" }),
    });
  }
  const days = Math.floor(gone / DAY);
  return t({
    context: "for how long something has lasted",
    message: plural(days, { one: "# day", other: "# days" }),
  });
}

/** How long something still has, in words for the end of a sentence: "in 3 minutes", "in less than a minute", "now". */
export function timeLeft(until: string, now: number): string {
  const left = Date.parse(until) - now;
  if (left <= 0) return t`now`;
  if (left < MINUTE) return t`in less than a minute`;
  const words = new Intl.RelativeTimeFormat(locale());
  return left < 2 * HOUR
    ? words.format(Math.round(left / MINUTE), "minute")
    : words.format(Math.round(left / HOUR), "hour");
}

export type Patience = "fresh" | "long" | "overdue";

/** How a wait feels to the one who waits: long from five minutes on, overdue from fifteen. */
export function patience(since: string, now: number): Patience {
  const gone = now - Date.parse(since);
  if (gone < 5 * MINUTE) return "fresh";
  return gone < 15 * MINUTE ? "long" : "overdue";
}

/** The time of a row: today by the clock, this year by the day, else by the whole date. */
export function rowTime(at: string, now: number, locale = readersLocale()): string {
  const then = new Date(at);
  const today = new Date(now);
  if (dayKey(at) === dayKey(today.toISOString())) return clock(at, locale);
  const year = then.getFullYear() === today.getFullYear() ? undefined : "numeric";
  return then.toLocaleDateString(locale, { day: "numeric", month: "short", year });
}

/** Until when something rests, as briefly as the reader can tell it: "14:30", "tomorrow 9:00", "Mon 9:00", "3 Mar 9:00". */
export function untilInWords(until: string, now: number, locale = readersLocale()): string {
  const then = new Date(until);
  const days = Math.round((dayKey(until) - dayKey(new Date(now).toISOString())) / DAY);
  const time = clock(until, locale);
  if (days <= 0) return time;
  if (days === 1)
    return `${new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(1, "day")} ${time}`;
  const day: Intl.DateTimeFormatOptions =
    days < 7 ? { weekday: "short" } : { day: "numeric", month: "short" };
  return `${then.toLocaleDateString(locale, day)} ${time}`;
}

/** What the clock of a row tells. */
export type When =
  | { kind: "snoozed"; until: string }
  | { kind: "overdue"; since: string; words: string }
  | { kind: "waiting"; since: string }
  | { kind: "last"; at: string };

/** Snoozed, then overdue, then waiting, else the time of the last words. */
export function whenOf(row: ConversationRow, now: number): When {
  if (row.status === "snoozed" && row.snoozed_until) return { kind: "snoozed", until: row.snoozed_until };
  const last = { kind: "last", at: row.last_message?.created_at ?? row.updated_at } as const;
  if (row.status === "resolved") return last;
  const asked = row.control.holder === "assistant" ? null : (row.waiting_since ?? row.unanswered_since);
  if (asked && row.due_at && Date.parse(row.due_at) < now) {
    return {
      kind: "overdue",
      since: row.due_at,
      words: t`Overdue by ${{ wait: waitInWords(row.due_at, now) }}`,
    };
  }
  if (asked && row.control.holder === "agent" && row.overdue_steps > 0) {
    return {
      kind: "overdue",
      since: asked,
      words: t`Overdue: the customer has waited for ${{ wait: waitInWords(asked, now) }}`,
    };
  }
  return asked ? { kind: "waiting", since: asked } : last;
}
