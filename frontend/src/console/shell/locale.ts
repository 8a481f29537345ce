/** How the console writes dates, numbers and lists: in its language, with the browser's region where that speaks it too. */

import { i18n } from "@lingui/core";

/** "de-AT" for German where the browser wishes for it, else "de". */
export function localeOf(language: string, wishes: readonly string[] = navigator.languages): string {
  return wishes.find((wish) => wish.split("-")[0] === language) ?? language;
}

export const locale = (): string => localeOf(i18n.locale);

/** The one place for numbers: "1,234", "12 %" with `{ style: "percent" }`. */
export const number = (value: number, options?: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(locale(), options).format(value);

/** "84%", "84 %" for 0.84. */
export const percent = (share: number): string => number(share, { style: "percent" });

/** "Maya, Hannah and Priya"; "or" where `type` is "disjunction". */
export const listed = (names: readonly string[], type: Intl.ListFormatType = "conjunction"): string =>
  new Intl.ListFormat(locale(), { type }).format(names);
