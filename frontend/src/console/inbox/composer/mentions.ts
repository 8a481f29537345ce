/** Colleagues whom a note names as `@Name`; pure. */

import type { Named } from "../../../shared/wire";

export const colleaguesKey = ["colleagues"] as const;

/** Those whose whole name stands behind an @, the longest name first where one begins like another. */
export function mentionedIn<Person extends Named>(text: string, people: readonly Person[]): Person[] {
  let rest = text;
  const longestFirst = [...people].sort((one, other) => other.name.length - one.name.length);
  return longestFirst.filter(({ name }) => {
    const at = new RegExp(`(^|[^\\p{L}\\p{N}])@${escaped(name)}(?![\\p{L}\\p{N}])`, "iu");
    if (!at.test(rest)) return false;
    rest = rest.replace(new RegExp(at, "giu"), "$1");
    return true;
  });
}

/** What is being typed behind the last @, or null when no name is. */
export function askedFor(text: string): string | null {
  return /(?:^|\s)@([\p{L}\p{N}'’ .-]{0,40})$/u.exec(text)?.[1] ?? null;
}

/** The text with the name in the place of what was typed for it. */
export function withMention(text: string, asked: string, name: string): string {
  return `${text.slice(0, text.length - asked.length)}${name} `;
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
