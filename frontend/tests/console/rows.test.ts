import { describe, expect, test } from "vitest";
import type { ConversationRow } from "../../src/console/desk/wire";
import {
  applyRow,
  belongs,
  flatten,
  holdOrder,
  keepOpen,
  neighbour,
  type RowPages,
} from "../../src/console/inbox/rows";
import { row } from "./cast";

const ME = { id: "agt_maya", teams: [{ id: "team_bikes", name: "Bikes" }] };
const WAITING = { view: "waiting", me: ME, q: "" } as const;
const ALL = { view: "all", me: ME, q: "" } as const;

const pages = (rows: ConversationRow[], hasMore = false): RowPages => ({
  pages: [{ data: rows, has_more: hasMore, next_cursor: hasMore ? "next" : null }],
  pageParams: [null],
});
const ids = (rows: ConversationRow[]) => rows.map((each) => each.id);
const held = (id: string, holder: ConversationRow["control"]["holder"], agent = ME.id) =>
  row(id, {
    control: { ...row(id).control, holder, agent: holder === "agent" ? { id: agent, name: "A" } : null },
  });

describe("which view a row belongs to", () => {
  test("each open row stands in one hand's view and in all", () => {
    const queued = held("a", "queue");
    expect(belongs(queued, "waiting", ME)).toBe(true);
    expect(belongs(queued, "all", ME)).toBe(true);
    expect(belongs(queued, "assistant", ME)).toBe(false);
    expect(belongs(held("b", "agent"), "mine", ME)).toBe(true);
    expect(belongs(held("b", "agent", "agt_tom"), "mine", ME)).toBe(false);
  });

  test("what a team of one's own has comes into the view of teams", () => {
    const ours = row("a", { control: { ...row("a").control, team: { id: "team_bikes", name: "Bikes" } } });
    const theirs = row("b", { control: { ...row("b").control, team: { id: "team_legal", name: "Legal" } } });
    expect([ours, theirs, row("c")].map((each) => belongs(each, "team", ME))).toEqual([true, false, false]);
    expect(belongs({ ...ours, status: "snoozed" }, "team", ME)).toBe(false);
  });

  test("a resolved row is only among the resolved", () => {
    const done = row("a", { status: "resolved" });
    expect(belongs(done, "resolved", ME)).toBe(true);
    expect(belongs(done, "all", ME)).toBe(false);
    expect(belongs(done, "assistant", ME)).toBe(false);
  });
});

describe("order", () => {
  test("the urgent wait at the top, then the longest wait", () => {
    const rows = [
      row("late", { waiting_since: "2026-01-01T10:05:00Z" }),
      row("early", { waiting_since: "2026-01-01T10:00:00Z" }),
      row("urgent", { waiting_since: "2026-01-01T10:09:00Z", priority: "urgent" }),
    ];
    expect(ids(flatten(pages(rows), "waiting"))).toEqual(["urgent", "early", "late"]);
  });

  test("elsewhere the newest activity is first, and a row on two pages shows once, as it is newest", () => {
    const old = row("a", { seq: 1, updated_at: "2026-01-01T10:00:00Z" });
    const fresh = row("a", { seq: 2, updated_at: "2026-01-01T10:02:00Z" });
    const other = row("b", { updated_at: "2026-01-01T10:01:00Z" });
    const data: RowPages = { pages: [...pages([old, other]).pages, ...pages([fresh]).pages], pageParams: [] };
    expect(flatten(data, "all")).toEqual([fresh, other]);
  });
});

describe("folding a change into loaded pages", () => {
  const known = held("a", "queue");

  test("replaces a row in place", () => {
    const next = { ...known, seq: 9 };
    expect(flatten(applyRow(pages([known]), next, WAITING), "waiting")).toEqual([next]);
  });

  test("an older row changes nothing", () => {
    const data = pages([{ ...known, seq: 5 }]);
    expect(applyRow(data, { ...known, seq: 4 }, WAITING)).toBe(data);
  });

  test("takes a row out that went into another hand", () => {
    const taken = { ...held("a", "agent"), seq: 9 };
    expect(flatten(applyRow(pages([known]), taken, WAITING), "waiting")).toEqual([]);
  });

  test("adds a row that came into the view", () => {
    expect(ids(flatten(applyRow(pages([known]), held("b", "queue"), WAITING), "waiting"))).toContain("b");
  });

  test("leaves a row to the next page when it lies beyond what was loaded", () => {
    const newest = row("a", { updated_at: "2026-01-01T10:00:00Z" });
    const older = row("b", { updated_at: "2026-01-01T09:00:00Z" });
    expect(ids(flatten(applyRow(pages([newest], true), older, ALL), "all"))).toEqual(["a"]);
    expect(ids(flatten(applyRow(pages([newest], false), older, ALL), "all"))).toEqual(["a", "b"]);
  });

  test("a search result changes but neither grows nor shrinks", () => {
    const searching = { ...WAITING, q: "hello" };
    const taken = { ...held("a", "agent"), seq: 9 };
    expect(ids(flatten(applyRow(pages([known]), taken, searching), "waiting"))).toEqual(["a"]);
    expect(ids(flatten(applyRow(pages([known]), held("b", "queue"), searching), "waiting"))).toEqual(["a"]);
  });
});

describe("the order that is looked at", () => {
  test("new rows above and moved rows wait, and are counted", () => {
    expect(holdOrder(["a", "b", "c"], ["new", "c", "a", "b"])).toEqual({ ids: ["a", "b", "c"], waiting: 2 });
  });

  test("rows below the last known one are let in, since they move nothing", () => {
    expect(holdOrder(["a", "b"], ["a", "b", "c", "d"])).toEqual({ ids: ["a", "b", "c", "d"], waiting: 0 });
  });

  test("rows that left stay until the order is let go", () => {
    expect(holdOrder(["a", "b"], ["b"])).toEqual({ ids: ["a", "b"], waiting: 1 });
  });

  test("the open row stays in its place after it left the view", () => {
    expect(keepOpen(["a", "b", "c"], ["a", "c"], "b")).toEqual(["a", "b", "c"]);
    expect(keepOpen(["a", "b", "c"], ["a", "c"], null)).toEqual(["a", "c"]);
    expect(keepOpen(["a", "c"], ["a", "c"], "b")).toEqual(["a", "c"]);
  });
});

describe("j and k", () => {
  test("move by one and stop at the ends", () => {
    expect(neighbour(["a", "b"], "a", 1)).toBe("b");
    expect(neighbour(["a", "b"], "b", 1)).toBe("b");
    expect(neighbour(["a", "b"], "a", -1)).toBe("a");
  });

  test("begin at the near end when nothing is open, and find nothing in an empty list", () => {
    expect(neighbour(["a", "b"], null, 1)).toBe("a");
    expect(neighbour(["a", "b"], "gone", -1)).toBe("b");
    expect(neighbour([], null, 1)).toBeNull();
  });
});
