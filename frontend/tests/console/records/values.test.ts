import { describe, expect, it } from "vitest";
import { toLocal } from "../../../src/console/knowledge/editor/localTime";
import { type KindOf, kindOf } from "../../../src/console/records/kinds";
import { attributesOf, changesOf, linesOf, money, shown, typedOf } from "../../../src/console/records/values";

const orders = kindOf("orders") as KindOf;
const persons = kindOf("persons") as KindOf;
const ORDER = {
  id: "ord_1",
  number: "LC-1",
  email: "ann@example.org",
  state: "partly_shipped",
  total: "1289.90",
  currency: "EUR",
  placed_at: "2026-11-02T09:30:00Z",
  address: { line: "Mill Lane 4", town: "Hartsbridge" },
};

describe("what is shown", () => {
  it("is written as the reader writes it", () => {
    expect(shown(ORDER, "total", "money", orders, "en-GB")).toBe("€1,289.90");
    expect(shown(ORDER, "state", "state", orders)).toBe("Partly shipped");
    expect(shown(ORDER, "placed_at", "day", orders, "en-GB")).toBe("2 Nov 2026");
    expect(shown(ORDER, "tracking", "text", orders)).toBe("");
  });

  it("is told as it is where the currency is none", () => {
    expect(money("5.00", "?")).toBe("5.00 ?");
  });
});

describe("what is saved", () => {
  const saved = typedOf(orders, ORDER);

  it("is only what differs", () => {
    expect(changesOf(orders, saved, saved)).toEqual({});
    expect(changesOf(orders, { ...saved, state: "shipped", name: " Ann " }, saved)).toEqual({
      state: "shipped",
      name: "Ann",
    });
  });

  it("holds the whole address when a part of it differs", () => {
    expect(changesOf(orders, { ...saved, "address.town": "Leeds" }, saved)).toEqual({
      address: { line: "Mill Lane 4", town: "Leeds" },
    });
    expect(changesOf(orders, { ...saved, "address.line2": " " }, saved)).toEqual({});
  });

  it("says that a moment is none where it was emptied", () => {
    expect(changesOf(orders, { ...saved, placed_at: "" }, saved)).toEqual({ placed_at: null });
    const typed = { ...saved, shipped_at: toLocal("2026-11-04T10:15:00Z") };
    expect(changesOf(orders, typed, saved)).toEqual({ shipped_at: "2026-11-04T10:15:00.000Z" });
  });

  it("is all that was typed where nothing is saved yet", () => {
    expect(changesOf(persons, { ...typedOf(persons, null), email: "ann@example.org" }, null)).toEqual({
      email: "ann@example.org",
    });
  });
});

describe("attributes", () => {
  it("go into lines and back as they were", () => {
    const attributes = { plan: "pro", seats: 3, beta: true, tags: ["a", "b"], phone: "+49 30", zip: "01067" };
    expect(attributesOf(linesOf(attributes))).toEqual(attributes);
  });

  it("may have a colon in the value, and no value at all", () => {
    expect(attributesOf("site: https://a.example\n\nvip")).toEqual({ site: "https://a.example", vip: "" });
  });
});
