/** Moving through a queue, and what the keys of the triggers are; pure. */

import type { Message } from "../../../shared/wire";
import { TRIGGERS } from "./words";

/** The one after `here`, or before it, within the list; the last one's next is the one before it. */
export function step<One>(all: readonly One[], here: One | null, by: number): One | null {
  const at = here === null ? -1 : all.indexOf(here);
  return all[at + by] ?? (by > 0 ? all[at - 1] : all[at]) ?? null;
}

const LETTERS = "abcdefghilmn"; // without j and k, which move

export const KEYS: readonly [key: string, name: string, label: string][] = TRIGGERS.map(
  ([name, label], at) => [LETTERS[at] ?? "", name, label],
);

export const triggerOf = (key: string): string | null => KEYS.find(([letter]) => letter === key)?.[1] ?? null;

/** The places at which a person can have been needed: what the customer wrote. */
export const ofCustomer = (messages: readonly Message[]): Message[] =>
  messages.filter(({ author }) => author.kind === "customer");
