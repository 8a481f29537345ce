import { expect, test } from "vitest";
import { placeWords, waitWords, windowWords } from "../../src/widget/standing";
import { standing } from "../shared/log";

const NOW = Date.parse("2026-01-05T10:00:00Z");

test.each([
  [null, "Looking for the right person"],
  [1, "You are next in line"],
  [2, "One person is ahead of you"],
  [4, "3 people are ahead of you"],
])("place %s is said as %o", (position, words) => {
  expect(placeWords(standing(position))).toBe(words);
});

test.each([
  [{ low: 0, high: 60 }, "In a moment"],
  [{ low: 30, high: 180 }, "Less than 3 minutes"],
  [{ low: 120, high: 540 }, "About 2–9 minutes"],
  [{ low: 3600, high: 7200 }, "About 1–2 hours"],
  [null, ""],
])("a wait of %o is said as %o", (wait, words) => {
  expect(waitWords(standing(1, { wait }), NOW)).toBe(words);
});

test("out of hours it says when the team is back, and no range", () => {
  const away = standing(1, { wait: { low: 60, high: 120 }, opens_at: "2026-01-06T08:00:00Z" });
  expect(waitWords(away, NOW)).toMatch(/^Back Tue .*Your place is kept$/);
});

test("shortly before closing nothing is promised for today", () => {
  expect(waitWords(standing(3, { closes_at: "2026-01-05T10:30:00Z" }), NOW)).toMatch(/^Here until /);
  expect(waitWords(standing(3, { closes_at: "2026-01-05T18:30:00Z" }), NOW)).toBe("");
});

test("who is called stands in no line", () => {
  const call = { phone: "+49 30 1", begins_at: "2026-01-05T12:00:00Z", ends_at: "2026-01-05T13:00:00Z" };
  const called = standing(null, { call, chosen: "call" });
  expect([placeWords(called), waitWords(called, NOW)]).toEqual(["", ""]);
  expect(windowWords(call.begins_at, call.ends_at, NOW)).toMatch(/\d.*–.*\d/);
});
