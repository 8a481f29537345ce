/** Days off, in the order of the calendar. */

import type { Holiday } from "../../api/hours";

export const added = (holidays: readonly Holiday[], one: Holiday): Holiday[] =>
  [...holidays, one].sort((a, b) => a.day.localeCompare(b.day));

/** "Fri, 1 January 2027": a date has no time zone, so none may move it. */
export function dateInWords(day: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}
