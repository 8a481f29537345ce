/** What the widget itself says, in the reader's language; English where there is none. */

import { en } from "./en";

export type Words = Record<keyof typeof en, string>;

/** One file for each language, such as `de.ts` with `export const de`; only the reader's own is fetched. */
export const FILES = import.meta.glob<Record<string, Words>>(["./??.ts", "!./en.ts"]);

let spoken: Words = en;
let locale = "en";

/** Chooses the language of everything said from now on; called once, before anything is drawn. */
export async function speak(language: string): Promise<void> {
  const name = language.toLowerCase().split("-")[0] ?? "";
  const file = FILES[`./${name}.ts`];
  const found = await file?.().catch(() => undefined);
  spoken = found?.[name] ?? en;
  const said = spoken === en ? "en" : name;
  // Of the reader's own country, where the browser speaks the same language.
  locale = navigator.language.toLowerCase().split("-")[0] === said ? navigator.language : said;
}

/** The locale of dates, times and numbers: in the language of the words beside them. */
export function spokenLocale(): string {
  return locale;
}

/** The words for something, with the names in {braces} filled in. */
export function say(what: keyof Words, names: Record<string, string | number> = {}): string {
  return spoken[what].replace(/\{(\w+)\}/g, (hole, name: string) => {
    const found = names[name] ?? hole;
    return typeof found === "number" ? found.toLocaleString(locale) : found;
  });
}
