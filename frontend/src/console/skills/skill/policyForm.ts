/** A policy as its form holds it; pure. */

import { t } from "@lingui/core/macro";
import { atField } from "../../api/problems";
import type { Setting } from "../../api/skills";

/** What the server says of one setting, or of a part of it, to be told at its field. */
export function problemAt(problem: unknown, name: string): string | null {
  const place = `policy.${name}`;
  const plain = atField(problem, place);
  if (plain !== null) return plain;
  return atField(problem, "policy") !== null && isWithin(problem, place) ? wordsOf(problem, place) : null;
}

/** A part of a list is named as in `policy.criteria[2].points`. */
const isWithin = (problem: unknown, place: string): boolean => paramOf(problem).startsWith(`${place}[`);

const paramOf = (problem: unknown): string => (problem as { param?: string | null }).param ?? "";

function wordsOf(problem: unknown, place: string): string {
  const found = /^\[(\d+)\]/.exec(paramOf(problem).slice(place.length));
  const words = (problem as Error).message.replace(`${paramOf(problem)}: `, "");
  const line = Number(found?.[1] ?? 0) + 1;
  return t`Line ${line}: ${words}`;
}

/** What a new line of a table holds. */
export const emptyRow = (columns: readonly Setting[]): Record<string, unknown> =>
  Object.fromEntries(columns.map((column) => [column.name, emptyValue(column)]));

function emptyValue(column: Setting): unknown {
  switch (column.kind) {
    case "whole":
      return Math.max(0, column.least);
    case "money":
      return "0.00";
    case "yes_no":
      return false;
    case "choice":
      return column.options[0]?.value ?? "";
    case "choices":
    case "texts":
    case "table":
      return [];
    case "text":
      return "";
  }
}

/** An amount as it is sent: a text with two decimals, or what was typed when that is no number. */
export const amount = (typed: string | number): string => {
  const number = typeof typed === "number" ? typed : Number.parseFloat(typed);
  return Number.isFinite(number) ? number.toFixed(2) : String(typed);
};

/** A text per line, without empty ones at the end of editing. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
