import { describe, expect, test } from "vitest";
import type { ControlRoom, RiskRow } from "../../src/console/api/control";
import { controlPath, readFilter, readOpen } from "../../src/console/control/addresses";
import { CONTROL_SHORTCUTS } from "../../src/console/control/keys";
import { free, newlyHigh, ranked, still } from "../../src/console/control/order";
import { choicesOf, counted, EVERYTHING, fits, fold, Heard } from "../../src/console/control/room";
import { approvalOf, withTopic } from "../../src/console/control/settings/approval";
import { highInWords, timesOf } from "../../src/console/control/words";
import { meaningOf } from "../../src/console/inbox/keys";
import { risky, SETTINGS } from "./risk";

const ids = (rows: { row: RiskRow }[]) => rows.map(({ row }) => row.conversation_id).join(" ");
const byId = (...rows: RiskRow[]) => new Map(rows.map((row) => [row.conversation_id, row]));
const maya = { id: "agt_maya", name: "Maya" };
const aside = {
  by: maya,
  at: "2026-01-01T10:00:00Z",
  reason: "harmless",
  because: null,
  risk: 90,
} as const;

describe("the order", () => {
  test("is by risk; what somebody put aside is last, and of equals the one that is due first", () => {
    const due = {
      id: "d",
      text: "",
      reason: "",
      due_at: "2026-01-01T10:03:00Z",
      confidence: null,
    };
    const rows = [
      risky("calm", 5),
      risky("aside", 90, { dismissed: aside }),
      risky("older", 40, { began_at: "2026-01-01T08:00:00Z" }),
      risky("due", 40, { draft: due }),
      risky("high", 80),
    ];
    expect(
      ranked(rows)
        .map((row) => row.conversation_id)
        .join(" "),
    ).toBe("high due older calm aside");
  });

  test("is kept still: what rises is counted and told, and nothing moves", () => {
    const before = free([risky("a", 50), risky("b", 30), risky("c", 10)]);
    const now = byId(risky("a", 20), risky("b", 30), risky("c", 70));
    const kept = still(before.shown, ranked(now.values()), now);
    expect(ids(kept.shown)).toBe("a b c");
    expect(kept.moved).toEqual(["c"]);
    expect(kept.shown[2]?.row.risk).toBe(70);
  });

  test("that only falls moves nobody up", () => {
    const before = free([risky("a", 50), risky("b", 30)]);
    const now = byId(risky("a", 5), risky("b", 30));
    expect(still(before.shown, ranked(now.values()), now).moved).toEqual([]);
  });

  test("keeps the place of one that is gone, and puts new ones at the foot where they stay", () => {
    const before = free([risky("a", 50), risky("b", 30)]);
    const one = byId(risky("b", 30), risky("new", 99));
    const first = still(before.shown, ranked(one.values()), one);
    expect(ids(first.shown)).toBe("a b new");
    expect(first.shown.map(({ gone }) => gone)).toEqual([true, false, false]);
    expect(first.moved).toEqual(["new"]);
    const two = byId(risky("b", 30), risky("new", 10), risky("newer", 20));
    const second = still(first.shown, ranked(two.values()), two);
    expect(ids(second.shown)).toBe("a b new newer");
    expect(ids(still(second.shown, ranked(two.values()), two).shown)).toBe("a b new newer");
  });

  test("tells what became high: new, risen, or back from aside; what was high already is no news", () => {
    const before = byId(risky("was", 80), risky("rose", 40), risky("back", 90, { dismissed: aside }));
    const now = byId(
      risky("was", 95),
      risky("rose", 70),
      risky("back", 90),
      risky("new", 88),
      risky("low", 3),
    );
    expect(newlyHigh(before, now).map((row) => row.conversation_id)).toEqual(["rose", "back", "new"]);
  });
});

describe("the room", () => {
  test("takes what came live while an answer was on its way over the answer", () => {
    const heard = new Heard();
    heard.note([risky("a", 10)], []);
    const mark = heard.mark();
    heard.note([risky("a", 90), risky("b", 20)], ["c"]);
    const answer: ControlRoom = {
      data: [risky("a", 50), risky("c", 30)],
      has_more: false,
      next_cursor: null,
      counts: { high: 0, raised: 0, low: 0, held: 0, waiting_approval: 0 },
      settings: SETTINGS,
    };
    const { rows } = heard.onto(answer, mark);
    expect([...rows.values()].map((row) => `${row.conversation_id} ${row.risk}`)).toEqual(["a 90", "b 20"]);
    const later = heard.onto({ ...answer, data: [risky("a", 5)] }, heard.mark());
    expect([...later.rows.values()].map((row) => row.risk)).toEqual([5]);
  });

  test("is folded without touching what was", () => {
    const room = { rows: byId(risky("a", 1), risky("b", 2)), more: false, settings: SETTINGS };
    const next = fold(room, [risky("a", 9)], ["b"]);
    expect([...next.rows.keys()]).toEqual(["a"]);
    expect(room.rows.get("a")?.risk).toBe(1);
  });

  test("is narrowed by tier, topic, team and what waits for a yes, and counted so", () => {
    const orders = { id: "team_1", name: "Orders" };
    const rows = [
      risky("a", 80, { topic: "Refund", team: orders }),
      risky("b", 40, { topic: "Refund", hold: { by: maya, at: "2026-01-01T10:00:00Z" } }),
      risky("c", 5, { topic: "Delivery" }),
    ];
    expect(counted(rows, EVERYTHING)).toEqual({ all: 3, high: 1, raised: 1, low: 1, held: 1 });
    expect(counted(rows, { ...EVERYTHING, topic: "Refund", tier: "high" })).toMatchObject({
      all: 2,
      low: 0,
    });
    expect(counted(rows, { ...EVERYTHING, held: true })).toMatchObject({ all: 1, high: 0, raised: 1 });
    expect(rows.filter((row) => fits(row, { ...EVERYTHING, team: "team_1" }))).toHaveLength(1);
    expect(choicesOf(rows)).toEqual({ topics: ["Delivery", "Refund"], teams: [["team_1", "Orders"]] });
  });

  test("has an address for all that it is narrowed to", () => {
    const filter = { tier: "high", topic: "A & B", team: "team_1", held: true } as const;
    const path = controlPath("conv_1", filter);
    const [before = "", search = ""] = path.split("?");
    expect(readOpen(before)).toBe("conv_1");
    expect(readFilter(search)).toEqual(filter);
    expect(readFilter("tier=grave")).toEqual(EVERYTHING);
    expect(readOpen(controlPath(null))).toBeNull();
  });
});

test("no key of the control room has two meanings, and a deed of the inbox has its key there too", () => {
  const all = CONTROL_SHORTCUTS.flatMap((shortcut) => shortcut.keys);
  expect(new Set(all).size).toBe(all.length);
  const press = (key: string) =>
    meaningOf({ key, ctrlKey: false, metaKey: false, altKey: false, repeat: false }, CONTROL_SHORTCUTS);
  expect(["j", "k", "a", "y", "h", "Escape"].map(press)).toEqual([
    "next",
    "previous",
    "takeOver",
    "approve",
    "handBack",
    "close",
  ]);
});

test("a new high risk is told with its reason and the customer's words; several are counted", () => {
  const words = { text: "this is a joke", seq: 4 };
  const anger = { kind: "anger", label: "Anger 84%", value: 0.84, threshold: 0.7, words };
  const one = risky("a", 80, { reasons: [anger] });
  expect(highInWords([one])).toBe("New high risk: Carol, Anger 84%: “this is a joke”.");
  expect(highInWords([one, one])).toMatch(/^2 new high risks\. New high risk: Carol/);
  expect(highInWords([])).toBe("");
});

test("times are since it began and since the last words", () => {
  const said = { author: "customer", text: "?", at: "2026-01-01T10:05:00Z", seq: 3 } as const;
  const row = risky("a", 1, { began_at: "2026-01-01T09:00:00Z", last_exchange: [said] });
  expect(timesOf(row, Date.parse("2026-01-01T10:12:00Z"))).toEqual({ total: "1h 12m", last: "7m" });
});

test("a topic goes its own way once", () => {
  const topics = withTopic([{ topic: "Refund", approve_from: "high" }], "Delivery", "never");
  expect(withTopic(topics, "Refund", "raised")).toEqual([
    { topic: "Delivery", approve_from: null },
    { topic: "Refund", approve_from: "raised" },
  ]);
  expect(approvalOf(null)).toBe("never");
});
