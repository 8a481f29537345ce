import { describe, expect, it } from "vitest";
import type { ImportBrief } from "../../../src/console/api/recordImports";
import { inWords, problemOf, standing } from "../../../src/console/records/imports/words";

const ONE: ImportBrief = {
  id: "rim_1",
  kind: "orders",
  name: "orders.csv",
  state: "review",
  total: 5,
  done: 5,
  counts: { create: 2, update: 1, same: 0, problem: 2 },
  problem: "",
  requested_by: "Sue",
  created_at: "2026-11-22T10:00:00Z",
  can_be_undone: false,
};

describe("how an import stands", () => {
  it("is told with its counts", () => {
    expect(standing(ONE)).toBe("2 new, 1 changed, 0 as they are, 2 with a problem. Nothing is stored yet.");
    expect(standing({ ...ONE, state: "done" })).toBe("2 added, 1 changed, 2 left out.");
    expect(standing({ ...ONE, state: "applying", done: 3 })).toBe("Storing 3 of 5…");
  });

  it("says why it broke off", () => {
    expect(standing({ ...ONE, state: "failed", problem: "Too long." })).toBe("Too long.");
  });
});

describe("what is wrong with a line", () => {
  const fields = [
    { name: "total", label: "Total", needed: true },
    { name: "item.price", label: "Item: price of one", needed: false },
  ];

  it("names the field as the form does", () => {
    expect(problemOf({ param: "total", problem: "total: A valid number is required." }, fields)).toBe(
      "Total: A valid number is required.",
    );
    expect(problemOf({ param: "items.1.price", problem: "items.1.price: Too much." }, fields)).toBe(
      "Item: price of one: Too much.",
    );
    expect(problemOf({ param: null, problem: "This was changed since." }, fields)).toBe(
      "This was changed since.",
    );
  });
});

describe("a field of a line", () => {
  it("is cut where it is long, and nothing is called so", () => {
    expect(inWords("")).toBe("nothing");
    expect(inWords({ line: "Mill Lane 4" })).toBe('{"line":"Mill Lane 4"}');
    expect(inWords("x".repeat(100))).toHaveLength(81);
  });
});
