/** Who may be meant by what is being typed behind an @ in a note; pure. */

import type { Named } from "../../../shared/wire";
import { askedFor, mentionedIn } from "./mentions";

const MOST_OFFERED = 5;

/** Whom an @ that is being typed may mean, a few at most; nobody once a whole name stands there. */
export function offeredFor<Person extends Named>(text: string, people: readonly Person[]): Person[] {
  const asked = askedFor(text)?.trim().toLowerCase();
  if (asked === undefined) return [];
  const written = text.trimEnd().toLowerCase();
  if (people.some(({ name }) => written.endsWith(`@${name.toLowerCase()}`))) return [];
  return people.filter(({ name }) => name.toLowerCase().includes(asked)).slice(0, MOST_OFFERED);
}

/** The first word behind an @ that begins nobody's name, so that nobody would be told; null when there is none. */
export function namesNobody(text: string, people: readonly Named[]): string | null {
  for (const [, word = ""] of text.matchAll(/(?:^|\s)@([\p{L}][\p{L}\p{N}'’-]*)/gu)) {
    const said = word.toLowerCase();
    if (!mentionedIn(text, people).some(({ name }) => name.toLowerCase().split(" ")[0] === said)) return word;
  }
  return null;
}
