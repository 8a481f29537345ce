/** In which languages the company's own words can be written for the widget. */

/** Those that the widget speaks. */
const SPOKEN = ["en", "de", "fr", "es", "it", "pt", "nl", "ar"];

export type Words = Record<string, string>;

/** The company's languages first, then those that have words already. */
export function writable(languages: readonly string[], words: readonly Words[]): string[] {
  const written = words.flatMap((one) => Object.keys(one).filter((language) => one[language]));
  const all = [...languages, ...written].filter((language) => SPOKEN.includes(language));
  return all.length > 0 ? [...new Set(all)] : ["en"];
}

/** The words that a reader of this language sees: theirs, else the company's first, else any. */
export function spoken(words: Words, language: string, companys: readonly string[]): string {
  const first = words[companys[0] ?? ""];
  return words[language] || first || Object.values(words).find(Boolean) || "";
}
