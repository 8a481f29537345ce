/** The languages that the widget speaks, by the names that the reader gives them. */

const SPOKEN = ["en", "de", "es", "fr", "it", "nl", "pt"];

export function languageName(code: string, locale?: string): string {
  return new Intl.DisplayNames(locale, { type: "language" }).of(code) ?? code;
}

/** All of them, and those of `also` that are not among them. */
export function languageChoices(also: readonly string[]): { value: string; label: string }[] {
  return [...new Set([...SPOKEN, ...also])].map((code) => ({ value: code, label: languageName(code) }));
}
