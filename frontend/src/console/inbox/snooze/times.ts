/** When a snoozed conversation may come back: the usual times, in the reader's own time zone. */

import { t } from "@lingui/core/macro";
import { readersLocale } from "../../../shared/locale";
import { clock } from "../../../shared/time";

const HOUR = 60 * 60_000;
const MORNING = 9;
const LATEST_TODAY = 21;

export interface Choice {
  name: string;
  at: Date;
}

/** A choice's own time beside its name: "14:30", "Mon 9:00". */
export function timeOf({ at }: Choice, now: Date, locale = readersLocale()): string {
  const time = clock(at.toISOString(), locale);
  if (at.getDate() === now.getDate()) return time;
  return `${at.toLocaleDateString(locale, { weekday: "short" })} ${time}`;
}

function morningIn(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
}

/** In three hours, on the next half hour. */
function laterToday(now: Date): Date {
  const step = HOUR / 2;
  return new Date(Math.ceil((now.getTime() + 3 * HOUR) / step) * step);
}

/** In an hour, to the minute: who says "in an hour" means it. */
const inAnHour = (now: Date): Date => new Date(now.getTime() + HOUR);

/** What is offered now; "later today" only while there is a later today, and no day twice. */
export function choices(now: Date): Choice[] {
  const later = laterToday(now);
  const untilMonday = (8 - now.getDay()) % 7 || 7;
  const today = later.getDate() === now.getDate() && later.getHours() < LATEST_TODAY;
  return [
    { name: t`In an hour`, at: inAnHour(now) },
    ...(today ? [{ name: t`Later today`, at: later }] : []),
    { name: t`Tomorrow`, at: morningIn(now, 1) },
    ...(untilMonday > 1 ? [{ name: t`Next Monday`, at: morningIn(now, untilMonday) }] : []),
  ];
}

/** The value of a date and time field, which has no zone of its own. */
export function fieldValue(at: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
