/** What the widget itself says, in the reader's language; English where there is none. */

import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";
import { it } from "./it";
import { nl } from "./nl";
import { pt } from "./pt";

export type Words = Record<keyof typeof en, string>;

export const LANGUAGES: Record<string, Words> = { de, en, es, fr, it, nl, pt };

let spoken: Words = en;

/** Chooses the language of everything said from now on; called once, before anything is drawn. */
export function speak(language: string): void {
  spoken = LANGUAGES[language.toLowerCase().split("-")[0] ?? ""] ?? en;
}

/** The words for something, with the names in {braces} filled in. */
export function say(what: keyof Words, names: Record<string, string | number> = {}): string {
  return spoken[what].replace(/\{(\w+)\}/g, (hole, name: string) => String(names[name] ?? hole));
}
