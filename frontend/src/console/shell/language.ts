/**
 * The language that the console speaks: the document's. English stands in the code, every other language in catalogues
 * that come before any page is read, so that words may stand in constants; another language is another load.
 */

import { i18n, type Messages } from "@lingui/core";
import { writeAs } from "../../shared/locale";
import { locale, localeOf } from "./locale";

const SOURCE = "en";

const catalogues = import.meta.glob<{ messages: Messages }>("../*/words/*.po");

/** Each with a catalogue, and English. */
export const SPOKEN: string[] = [
  ...new Set([SOURCE, ...Object.keys(catalogues).map((place) => place.replace(/.*\/(.*)\.po$/, "$1"))]),
];

async function messagesIn(language: string): Promise<Messages> {
  const parts = Object.entries(catalogues).filter(([place]) => place.endsWith(`/${language}.po`));
  const read = await Promise.all(parts.map(([, load]) => load()));
  return Object.assign({}, ...read.map(({ messages }) => messages));
}

/** Speak the language from now on; one without catalogues is spoken to in English, with its own dates and numbers. */
export async function speak(language: string): Promise<void> {
  const messages = language === SOURCE ? {} : await messagesIn(language);
  i18n.loadAndActivate({ locale: language, locales: localeOf(language), messages });
  writeAs(locale());
}
