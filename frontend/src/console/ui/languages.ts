/** The languages that the widget speaks, by the names that the reader gives them. */

import { locale } from "../shell/locale";

const SPOKEN = ["en", "de", "ar", "es", "fr", "it", "nl", "pt"];

export function languageName(code: string, inLanguage = locale()): string {
  return new Intl.DisplayNames(inLanguage, { type: "language" }).of(code) ?? code;
}

/** All of them, and those of `also` that are not among them. */
export function languageChoices(also: readonly string[]): { value: string; label: string }[] {
  return [...new Set([...SPOKEN, ...also])].map((code) => ({ value: code, label: languageName(code) }));
}
