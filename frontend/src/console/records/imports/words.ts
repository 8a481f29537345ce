/** How an import stands, in words; pure. */

import { t } from "@lingui/core/macro";
import type { ImportBrief, ImportLine, RecordImport, RowAction } from "../../api/recordImports";
import { kindOf } from "../kinds";

const many = (count: number, one: string, name: string): string =>
  `${count.toLocaleString()} ${count === 1 ? one : name.toLowerCase()}`;

/** "12 orders" */
export function howMany(one: ImportBrief, count: number): string {
  const kind = kindOf(one.kind);
  return many(count, kind?.one ?? "record", kind?.name ?? "records");
}

export function standing(one: ImportBrief): string {
  const { create, update, same, problem } = one.counts;
  switch (one.state) {
    case "mapping":
      return t`Waits for you to say which column is which.`;
    case "reading":
      return one.total ? t`Looking through line ${one.done} of ${one.total}…` : t`Looking through the file…`;
    case "review":
      return t`${create} new, ${update} changed, ${same} as they are, ${problem} with a problem. Nothing is stored yet.`;
    case "applying":
      return t`Storing ${one.done} of ${one.total}…`;
    case "undoing":
      return t`Taking back ${one.done} of ${one.total}…`;
    case "done":
      return `${create} added, ${update} changed${problem ? t`, ${problem} left out` : ""}.`;
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
  ["create", t`New`],
  ["update", t`Changed`],
  ["same", t`As they are`],
];

/** A field of a line in words, cut where it is long. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
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
