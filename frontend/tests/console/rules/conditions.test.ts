import { expect, test } from "vitest";
import type { Condition } from "../../../src/console/api/rules";
import {
  add,
  type Group,
  groupAround,
  type Line,
  lineOf,
  put,
  remove,
  rootOf,
  wholeOf,
} from "../../../src/console/rules/document/conditions";

const a = { fact: "signal.anger", operator: "fires" };
const b = { fact: "language", operator: "is", value: "de" };
const c = { fact: "clock", operator: "between", value: ["18:00", "08:00"] };

const SHAPES: Condition[] = [
  a,
  { not: a },
  { all: [a, b] },
  { any: [a, { not: b }] },
  { not: { any: [a, b] } },
  { all: [a, { any: [b, { not: { all: [a, c] } }] }] },
  { all: [{ any: [b, c] }, a] },
];

test.each(SHAPES)("a condition is written back as it was read: %j", (condition) => {
  expect(wholeOf(rootOf(condition))).toEqual(condition);
});

test("two denials are none, and a group around one thing says nothing more than the thing", () => {
  expect(wholeOf(rootOf({ not: { not: a } }))).toEqual(a);
  expect(wholeOf(rootOf({ all: [a] }))).toEqual(a);
  expect(wholeOf({ ...rootOf(a), negated: true })).toEqual({ not: a });
});

test("each line knows its place as the server names it", () => {
  const root = rootOf({ all: [a, { not: { any: [b, c] } }] });
  const inner = root.parts[1] as Group;
  expect(root.parts[0]?.place).toBe("when.all[0]");
  expect(inner.place).toBe("when.all[1].not");
  expect(inner.parts[1]?.place).toBe("when.all[1].not.any[1]");
  expect(rootOf(a).parts[0]?.place).toBe("when");
});

test("lines are added, changed and put into groups of their own", () => {
  const two = add(rootOf(a), [], lineOf(b));
  expect(wholeOf(two)).toEqual({ all: [a, b] });
  const grouped = put(two, [1], groupAround(two.parts[1] as Line));
  expect(wholeOf(add(grouped, [1], lineOf(c)))).toEqual({ all: [a, { any: [b, c] }] });
  expect(wholeOf(put(two, [0], lineOf(c)))).toEqual({ all: [c, b] });
});

test("a group whose last line goes, goes with it", () => {
  const root = rootOf({ all: [a, { any: [b] }] });
  expect(wholeOf(remove(root, [1, 0]))).toEqual(a);
  expect(wholeOf(remove(root, [0]))).toEqual({ any: [b] });
});
