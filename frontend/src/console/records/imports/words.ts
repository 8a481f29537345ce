/** How an import stands, in words; pure. */

import { plural, t } from "@lingui/core/macro";
import type { ImportBrief, ImportLine, RecordImport, RowAction } from "../../api/recordImports";
import { kindOf } from "../kinds";

/** "12 orders" */
export const howMany = (one: ImportBrief, count: number): string =>
  kindOf(one.kind)?.says.many(count) ?? plural(count, { one: "# record", other: "# records" });

export function standing(one: ImportBrief): string {
  const { create, update, same, problem } = one.counts;
  const { done, total } = one;
  switch (one.state) {
    case "mapping":
      return t`Waits for you to say which column is which.`;
    case "reading":
      return total ? t`Looking through line ${done} of ${total}…` : t`Looking through the file…`;
    case "review":
      return t`${create} new, ${update} changed, ${same} as they are, ${problem} with a problem. Nothing is stored yet.`;
    case "applying":
      return t`Storing ${done} of ${total}…`;
    case "undoing":
      return t`Taking back ${done} of ${total}…`;
    case "done":
      return problem
        ? t`${create} added, ${update} changed, ${problem} left out.`
        : t`${create} added, ${update} changed.`;
    case "undone":
      return t`Taken back, as far as nobody changed it since.`;
    case "dismissed":
      return one.problem || t`Dismissed; nothing was stored.`;
    case "failed":
      return one.problem || t`Broke off.`;
  }
}

export const ACTIONS: readonly (readonly [RowAction, string])[] = [
  ["problem", t`With a problem`],
  ["create", t({ message: "New", context: "records" })],
  ["update", t({ message: "Changed", context: "records" })],
  ["same", t`As they are`],
];

/** A field of a line in words, cut where it is long. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return t`nothing`;
  const words = typeof value === "string" ? value : JSON.stringify(value);
  return words.length > 80 ? `${words.slice(0, 80)}…` : words;
}

/** What is wrong with a line, with the field as the form calls it; items are called "item.price" there. */
export function problemOf(
  { problem, param }: Pick<ImportLine, "problem" | "param">,
  fields: RecordImport["fields"],
): string {
  if (!param) return problem;
  const name = param.replace(/^items\.\d+/, "item");
  const label = fields.find((field) => field.name === name)?.label ?? name;
  return `${label}: ${problem.replace(`${param}: `, "")}`;
}
