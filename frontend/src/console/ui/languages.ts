/** The languages of the product, by their names in the reader's own. */

/** Those that the widget speaks. */
export const LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pt"] as const;

export function languageName(code: string, locale?: string): string {
  const names = new Intl.DisplayNames(locale, { type: "language", fallback: "code" });
  return names.of(code) ?? code;
}
