/** Where a waiting customer stands, in honest words: nothing is said that is not known. */

import { clock, dayKey } from "../shared/time";
import type { Queue } from "../shared/wire";
import { say, spokenLocale } from "./words/words";

const MINUTE = 60;
const IN_HOURS_FROM = 100 * MINUTE;
const DAY = 86_400_000;

/** The place in the line; a number only where there is one. */
export function placeWords(queue: Queue | null): string {
  const position = queue?.position ?? null;
  if (position === null) return queue?.call ? "" : say("looking");
  if (position <= 1) return say("nextInLine");
  if (position === 2) return say("oneAhead");
  return say("ahead", { count: position - 1 });
}

/** The range of the wait, or when the team is there again; "" where neither is known. */
export function waitWords(queue: Queue | null, now: number): string {
  if (!queue || queue.call) return "";
  if (queue.opens_at) return say("backAt", { when: momentWords(queue.opens_at, now) });
  if (queue.wait) return rangeWords(queue.wait);
  if (queue.closes_at && Date.parse(queue.closes_at) - now < DAY / 12) {
    return say("untilClose", { time: clock(queue.closes_at, spokenLocale()) });
  }
  return "";
}

/** Both in one line. */
export function standingWords(queue: Queue | null, now: number): string {
  return [placeWords(queue), waitWords(queue, now)].filter(Boolean).join(" · ");
}

function rangeWords({ low, high }: { low: number; high: number }): string {
  if (high >= IN_HOURS_FROM) {
    const half = (seconds: number) => (Math.round(seconds / 1800) / 2).toLocaleString(spokenLocale());
    return say("waitHours", { low: half(low), high: half(high) });
  }
  const from = Math.floor(low / MINUTE);
  const to = Math.ceil(high / MINUTE);
  if (to <= 1) return say("waitSoon");
  return from < 1 ? say("waitUnder", { high: to }) : say("waitAbout", { low: from, high: to });
}

/** A moment as briefly as the reader can tell it: "14:00", "Mon 14:00", "Mon 7 Dec, 14:00". */
export function momentWords(at: string, now: number): string {
  const then = new Date(at);
  const days = Math.round((dayKey(at) - dayKey(new Date(now).toISOString())) / DAY);
  if (days === 0) return clock(at, spokenLocale());
  const day: Intl.DateTimeFormatOptions =
    days < 7 ? { weekday: "short" } : { weekday: "short", day: "numeric", month: "short" };
  return `${then.toLocaleDateString(spokenLocale(), day)} ${clock(at, spokenLocale())}`;
}

/** From when to when. */
export function windowWords(begins: string, ends: string, now: number): string {
  return `${momentWords(begins, now)}–${clock(ends, spokenLocale())}`;
}
