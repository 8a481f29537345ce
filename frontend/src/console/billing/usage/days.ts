/** The days of a chart of usage; pure. */

import type { UsageDays } from "../../api/billing";
import type { Period } from "../../api/reports";
import { lengthOf, moved, todayIn } from "../../reports/query/period";

const FEWEST = 7;
const MOST = 92;

/** From the first day of the period until today, a week at least, days to come with it: one day is no chart. */
export function daysOf(period: { start: string; end: string }, zone: string, now: number): Period {
  const today = todayIn(zone, now);
  const last = todayIn(zone, Math.min(now, Date.parse(period.end) - 1));
  const first = todayIn(zone, Date.parse(period.start));
  const to = last < first ? today : last;
  const length = lengthOf({ from: first, to });
  if (length < FEWEST) return { from: first, to: moved(first, FEWEST - 1) };
  return { from: length > MOST ? moved(to, 1 - MOST) : first, to };
}

export interface DayCounts {
  days: Period[];
  counted: number[];
  credited: number[];
}

/** Every day of the span, also those in which nothing happened. */
export function everyDay({ from, to }: Period, data: UsageDays["data"]): DayCounts {
  const known = new Map(data.map((one) => [one.day, one]));
  const days = Array.from({ length: lengthOf({ from, to }) }, (_, place) => moved(from, place));
  return {
    days: days.map((day) => ({ from: day, to: day })),
    counted: days.map((day) => known.get(day)?.counted ?? 0),
    credited: days.map((day) => known.get(day)?.credited ?? 0),
  };
}
