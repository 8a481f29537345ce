/** How long resolved conversations are kept, in days and in words; pure. */

import { t } from "@lingui/core/macro";
/** Null is for ever. */
import { locale } from "../../shell/locale";
export type Days = number | null;

export const USUAL: readonly Days[] = [null, 30, 90, 180, 365, 730];
export const FEWEST = 1;
export const MOST = 3650;

export function inWords(days: Days, inLocale = locale()): string {
  if (days === null) return t`For ever`;
  const [count, unit] = days % 365 === 0 ? [days / 365, "year"] : [days, "day"];
  return new Intl.NumberFormat(inLocale, { style: "unit", unit, unitDisplay: "long" }).format(count);
}

/** Whether something that is kept now would go. */
export const isShorter = (now: Days, then: Days): boolean => then !== null && (now === null || then < now);

/** What is wrong with a number of days that was typed; null when it may be saved. */
export function daysProblem(days: Days): string | null {
  const fits = days === null || (Number.isInteger(days) && days >= FEWEST && days <= MOST);
  return fits ? null : t`A whole number of days from ${FEWEST} to ${MOST}.`;
}
