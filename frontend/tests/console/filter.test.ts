import { describe, expect, test } from "vitest";
import { baseOf, filterOf, inboxPath, narrowed, readInboxPath } from "../../src/console/inbox/address";
import { asQuery, chipsOf, type Filter, isFilter, passes } from "../../src/console/inbox/list/filter";
import { reasons } from "../../src/console/inbox/list/useBulk";
import { between } from "../../src/console/inbox/list/useSelection";
import { row } from "./cast";

const NOW = Date.parse("2026-01-01T12:00:00Z");
const LATE: Filter = { tag: ["late", "größer"], status: ["open"] };

describe("the address of a filtered view", () => {
  test("keeps the filter, whatever its letters", () => {
    const view = narrowed("all", LATE);
    expect(baseOf(view)).toBe("all");
    expect(filterOf(view)).toEqual(LATE);
    expect(readInboxPath(inboxPath(view, "conv_1"))).toEqual({
      view,
      conversationId: "conv_1",
      context: false,
    });
  });

  test("is the plain one when nothing is narrowed", () => {
    expect(narrowed(narrowed("mine", LATE), { tag: [], q: "" })).toBe("mine");
  });

  test("narrows nothing when it cannot be read", () => {
    for (const broken of ["all~", "all~%%%", "all~eyJ0YWciOjF9"] as const)
      expect(filterOf(broken)).toEqual({});
  });
});

describe("a filter", () => {
  test("is asked field by field", () => {
    expect(asQuery({ tag: ["a", "b"], agent: [], q: "parcel" })).toEqual([
      ["tag", "a"],
      ["tag", "b"],
      ["q", "parcel"],
    ]);
  });

  test("is told in words", () => {
    const names = new Map([["agt_maya", "Maya"]]);
    expect(
      chipsOf({ agent: ["agt_maya", "none"], priority: ["high"] }, names).map((chip) => chip.words),
    ).toEqual(["Agent: Maya, nobody", "Priority: High"]);
  });

  test.each<[Filter, boolean | null]>([
    [{}, true],
    [{ holder: ["queue"] }, true],
    [{ holder: ["agent"] }, false],
    [{ agent: ["none"] }, true],
    [{ agent: ["me"] }, false],
    [{ tag: ["late"] }, true],
    [{ tag: ["early"] }, false],
    [{ priority: ["urgent", "high"] }, false],
    [{ language: ["de"] }, null],
    [{ q: "parcel" }, null],
    [{ sla: ["running"] }, false],
  ])("%j lets a row through: %s", (filter, expected) => {
    expect(passes(row("a", { tags: ["late"] }), filter, { id: "agt_maya", teams: [] }, NOW)).toBe(expected);
  });

  test("is refused when it is something else", () => {
    for (const read of [null, [], 7, { tag: "late" }, { colour: ["red"] }, { q: 7 }])
      expect(isFilter(read)).toBe(false);
  });
});

describe("choosing rows", () => {
  test("a stretch goes from the last one chosen, both ways", () => {
    expect(between(["a", "b", "c", "d"], "b", "d")).toEqual(["b", "c", "d"]);
    expect(between(["a", "b", "c", "d"], "c", "a")).toEqual(["a", "b", "c"]);
    expect(between(["a", "b"], null, "b")).toEqual(["b"]);
  });

  test("what could not be done is told by reason, the commonest first", () => {
    const failed = ["It is over.", "It is gone.", "It is over."].map((why, place) => ({
      id: String(place),
      why,
    }));
    expect(reasons({ failed, failed_count: 3 })).toEqual(["2: It is over.", "1: It is gone."]);
  });
});
