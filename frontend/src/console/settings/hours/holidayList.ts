/** Days off, in the order of the calendar. */

import type { Holiday } from "../../api/hours";
import { locale } from "../../shell/locale";

export const added = (holidays: readonly Holiday[], one: Holiday): Holiday[] =>
  [...holidays, one].sort((a, b) => a.day.localeCompare(b.day));

/** "Fri, 1 January 2027": a date has no time zone, so none may move it. */
export function dateInWords(day: string, inLocale = locale()): string {
  return new Intl.DateTimeFormat(inLocale, {
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}
