/** The facts as a list to choose from, in the groups of the catalogue; pure. */

import type { Catalogue } from "../../api/rules";
import type { Option, OptionGroup } from "../pick/options";

const known = new WeakMap<Catalogue, OptionGroup[]>();

function grouped(catalogue: Catalogue): OptionGroup[] {
  const groups = new Map<string, Option[]>();
  for (const { fact, group, label, description, choices } of catalogue.facts) {
    const also = (choices ?? []).map((choice) => choice.label).join(" ");
    groups.set(group, [...(groups.get(group) ?? []), { value: fact, label, says: description, also }]);
  }
  return [...groups].map(([name, options]) => ({ name, options }));
}

export function factGroups(catalogue: Catalogue): OptionGroup[] {
  const made = known.get(catalogue) ?? grouped(catalogue);
  known.set(catalogue, made);
  return made;
}
