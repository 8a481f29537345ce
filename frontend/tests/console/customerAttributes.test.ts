import { expect, test } from "vitest";
import { changeOf, pairsOf, readValue } from "../../src/console/customers/attributes";

const known = { plan: "gold", since: 2019, vip: true };

test("what was not touched is not sent", () => {
  expect(changeOf(known, pairsOf(known))).toEqual({});
});

test("a changed value keeps its kind, and one that is gone is forgotten", () => {
  const pairs = [
    { name: "plan", value: "silver" },
    { name: "since", value: "2020" },
    { name: "vip", value: "" },
    { name: "new", value: " yes " },
    { name: "", value: "" },
  ];
  expect(changeOf(known, pairs)).toEqual({ plan: "silver", since: 2020, vip: null, new: "yes" });
  expect(changeOf(known, [])).toEqual({ plan: null, since: null, vip: null });
  expect(changeOf({}, [{ name: "empty", value: "" }])).toEqual({});
});

test.each([
  ["12", 1, 12],
  ["twelve", 1, "twelve"],
  ["12", undefined, "12"],
  ["false", true, false],
  ["", "x", null],
])("“%s” after %s is read as %s", (typed, before, value) => {
  expect(readValue(typed, before)).toBe(value);
});
