/** A condition as the tree that is shown: lines and groups of them, each with or without a "not"; pure. */

import type { Comparison, Condition } from "../../api/rules";

export interface Line extends Comparison {
  kind: "line";
  negated: boolean;
  /** Where it is in the rule, as the server names it: `when.all[0]`. */
  place: string;
}

export interface Group {
  kind: "group";
  word: "all" | "any";
  negated: boolean;
  parts: Branch[];
  place: string;
}

export type Branch = Line | Group;

/** The way down to a branch: a number for each group that is entered. */
export type Path = readonly number[];

const isComparison = (condition: Condition): condition is Comparison => "fact" in condition;

export function branchOf(condition: Condition, place = "when"): Branch {
  if ("not" in condition) {
    const inner = branchOf(condition.not, `${place}.not`);
    return { ...inner, negated: !inner.negated };
  }
  if (isComparison(condition)) return { kind: "line", negated: false, place, ...condition };
  const word = "all" in condition ? "all" : "any";
  const parts = "all" in condition ? condition.all : condition.any;
  return {
    kind: "group",
    word,
    negated: false,
    parts: parts.map((part, at) => branchOf(part, `${place}.${word}[${at}]`)),
    place,
  };
}

/** The whole as a group, also where it is one line. */
export function rootOf(condition: Condition): Group {
  const branch = branchOf(condition);
  if (branch.kind === "group") return branch;
  return { kind: "group", word: "all", negated: false, parts: [branch], place: "when" };
}

export function conditionOf(branch: Branch): Condition {
  const plain = branch.kind === "line" ? comparisonOf(branch) : groupOf(branch);
  return branch.negated ? { not: plain } : plain;
}

const comparisonOf = ({ fact, operator, value }: Line): Comparison =>
  value === undefined ? { fact, operator } : { fact, operator, value };

function groupOf(group: Group): Condition {
  const parts = group.parts.map(conditionOf);
  return group.word === "all" ? { all: parts } : { any: parts };
}

/** What a rule holds of the tree: a group around one thing alone says nothing more than the thing. */
export function wholeOf(root: Group): Condition {
  const [only, ...others] = root.parts;
  if (!only || others.length > 0) return conditionOf(root);
  const branch = root.negated ? { ...only, negated: !only.negated } : only;
  return conditionOf(branch);
}

export const lineOf = (comparison: Comparison): Line => ({
  kind: "line",
  negated: false,
  place: "",
  ...comparison,
});

export const groupAround = (line: Line): Group => ({
  kind: "group",
  word: "any",
  negated: false,
  parts: [line],
  place: "",
});

export function at(root: Group, path: Path): Branch | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return root;
  const part = root.parts[first];
  return part?.kind === "group" ? at(part, rest) : rest.length ? undefined : part;
}

/** The tree with another branch there. */
export function put(root: Group, path: Path, branch: Branch): Group {
  const [first, ...rest] = path;
  if (first === undefined) return branch.kind === "group" ? branch : root;
  const parts = root.parts.map((part, place) => {
    if (place !== first) return part;
    return rest.length && part.kind === "group" ? put(part, rest, branch) : branch;
  });
  return { ...root, parts };
}

export function add(root: Group, path: Path, branch: Branch): Group {
  const group = at(root, path);
  if (group?.kind !== "group") return root;
  return put(root, path, { ...group, parts: [...group.parts, branch] });
}

/** Without the branch; a group that would be empty goes with it. */
export function remove(root: Group, path: Path): Group {
  const above = path.slice(0, -1);
  const group = at(root, above);
  if (group?.kind !== "group") return root;
  const parts = group.parts.filter((_, place) => place !== path.at(-1));
  if (parts.length === 0 && above.length > 0) return remove(root, above);
  return put(root, above, { ...group, parts });
}

/** How many lines the condition has. */
export const lines = (branch: Branch): number =>
  branch.kind === "line" ? 1 : branch.parts.reduce((sum, part) => sum + lines(part), 0);
