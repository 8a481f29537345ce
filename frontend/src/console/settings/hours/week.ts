/** A week of opening times as the editor sees it; pure. */

import { t } from "@lingui/core/macro";
import type { Stretch } from "../../api/hours";
import { locale } from "../../shell/locale";

export const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;

const NINE_TO_FIVE = { opens: "09:00", closes: "17:00" };
/** The end of a day; a field for times shows it as the beginning of the next. */
const MIDNIGHT = "24:00";
const A_DAY = 24 * 60;
const HOUR = 60;

/** The name of a weekday, 0 is Monday, in the reader's language. */
export function weekdayName(weekday: number, inLocale = locale()): string {
  const aMonday = Date.UTC(2024, 0, 1);
  const date = new Date(aMonday + weekday * 24 * 60 * 60_000);
  return new Intl.DateTimeFormat(inLocale, { weekday: "long", timeZone: "UTC" }).format(date);
}

const inOrder = (one: Stretch, other: Stretch): number =>
  one.weekday - other.weekday || one.opens.localeCompare(other.opens);

export const onDay = (weekly: readonly Stretch[], weekday: number): Stretch[] =>
  weekly.filter((stretch) => stretch.weekday === weekday);

/** The week with other stretches on one day. */
export function withDay(
  weekly: readonly Stretch[],
  weekday: number,
  stretches: readonly Stretch[],
): Stretch[] {
  const others = weekly.filter((stretch) => stretch.weekday !== weekday);
  return [...others, ...stretches].sort((one, other) => one.weekday - other.weekday);
}

/** The week with the stretches of `from` on each of the days `to` as well. */
export function copied(weekly: readonly Stretch[], from: number, to: readonly number[]): Stretch[] {
  const pattern = onDay(weekly, from);
  return to
    .filter((weekday) => weekday !== from)
    .reduce<Stretch[]>(
      (week, weekday) =>
        withDay(
          week,
          weekday,
          pattern.map((stretch) => ({ ...stretch, weekday })),
        ),
      [...weekly],
    );
}

/** Monday to Friday, nine to five: where a team begins that is not always open. */
export const usualWeek = (): Stretch[] => [0, 1, 2, 3, 4].map((weekday) => ({ weekday, ...NINE_TO_FIVE }));

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  return hours * 60 + rest;
}

const time = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** One more stretch behind the last of the day: an hour's pause, then what is left, at most four hours. */
export function nextStretch(weekday: number, stretches: readonly Stretch[]): Stretch {
  const last = stretches.at(-1);
  if (!last) return { weekday, ...NINE_TO_FIVE };
  const opens = Math.min(minutes(last.closes) + HOUR, A_DAY - 1);
  return { weekday, opens: time(opens), closes: time(Math.min(opens + 4 * HOUR, A_DAY)) };
}

/** A closing time as a field for times shows it. */
export const asField = (closes: string): string => (closes === MIDNIGHT ? "00:00" : closes);

/** A closing time as it was typed: midnight ends the day rather than beginning it. */
export const fromField = (typed: string): string => (typed === "00:00" ? MIDNIGHT : typed);

/** What is wrong with a day, in words; null when it may be saved. */
export function dayProblem(stretches: readonly Stretch[]): string | null {
  if (stretches.some(({ opens, closes }) => !opens || !closes)) return t`Fill in both times.`;
  if (stretches.some(({ opens, closes }) => closes <= opens)) {
    return t`It has to close after it opens. For a night, close at 00:00 and open again the next day at 00:00.`;
  }
  const sorted = [...stretches].sort(inOrder);
  const overlaps = sorted.some(({ opens }, place) => place > 0 && opens < (sorted[place - 1]?.closes ?? ""));
  return overlaps ? t`Two of these times overlap.` : null;
}

/** What is wrong with the first bad day of the week. */
export function weekProblem(weekly: readonly Stretch[]): string | null {
  for (const weekday of WEEKDAYS) {
    const problem = dayProblem(onDay(weekly, weekday));
    if (problem) return `${weekdayName(weekday)}: ${problem}`;
  }
  return null;
}

/** As the server keeps it: sorted, hours and minutes. */
export const tidy = (weekly: readonly Stretch[]): Stretch[] =>
  weekly
    .map(({ weekday, opens, closes }) => ({ weekday, opens: opens.slice(0, 5), closes: closes.slice(0, 5) }))
    .sort(inOrder);
