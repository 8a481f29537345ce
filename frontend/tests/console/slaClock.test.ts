import { expect, test } from "vitest";
import type { Sla } from "../../src/console/desk/wire";
import { clockWords, stretch } from "../../src/console/inbox/sla/words";

const NOW = Date.parse("2026-03-02T10:00:00Z");
const clock = (change: Partial<Sla> = {}): Sla => ({
  kind: "next_reply",
  due_at: "2026-03-02T10:30:00Z",
  soon_at: "2026-03-02T10:24:00Z",
  state: "running",
  left: null,
  ...change,
});

test.each([
  [20_000, "<1m"],
  [12 * 60_000, "12m"],
  [60 * 60_000, "1h"],
  [65 * 60_000, "1h 05m"],
  [76 * 3_600_000, "3d 4h"],
  [-5 * 60_000, "5m"],
])("a stretch of %i ms is told as %s", (long, words) => {
  expect(stretch(long)).toBe(words);
});

test("a clock goes from calm to soon to late by itself", () => {
  const tones = ["10:00", "10:24", "10:29", "10:30", "11:10"].map(
    (time) => clockWords(clock(), Date.parse(`2026-03-02T${time}:00Z`)).tone,
  );
  expect(tones).toEqual(["calm", "soon", "soon", "late", "late"]);
  expect(clockWords(clock(), NOW).short).toBe("Reply 30m");
  expect(clockWords(clock(), NOW + 40 * 60_000).short).toBe("Reply 10m late");
});

test("a paused clock tells the working time that is left, and stays late once it was", () => {
  const rests = clockWords(
    clock({ kind: "resolution", due_at: null, soon_at: null, left: 7200, state: "paused" }),
    NOW,
  );
  expect(rests).toMatchObject({ tone: "paused", short: "Solve 2h" });
  const late = clockWords(
    clock({ kind: "resolution", due_at: null, soon_at: null, left: -300, state: "breached" }),
    NOW,
  );
  expect(late).toMatchObject({ tone: "late", short: "Solve 5m late" });
});
