/** The people in the order of the table, and those that a search finds; pure. */

import type { Person } from "../api/people";
import { locale } from "../shell/locale";
import { ROLE_NAMES, ROLES } from "./roles";

/** Those who work here first; by role, then by name. */
export function inOrder(people: readonly Person[]): Person[] {
  return [...people].sort(
    (one, other) =>
      Number(other.active) - Number(one.active) ||
      ROLES.indexOf(one.role) - ROLES.indexOf(other.role) ||
      one.name.localeCompare(other.name, locale()),
  );
}

/** Those whose name, address, role or team holds every word that was typed. */
export function matching(people: readonly Person[], typed: string): Person[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return people.filter(({ name, email, role, teams }) => {
    const text = [name, email, ROLE_NAMES[role], ...teams.map((team) => team.name)]
      .join(" ")
      .toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
