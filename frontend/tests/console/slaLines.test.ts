import { expect, test } from "vitest";
import {
  hindrance,
  keptInWords,
  lineOf,
  policyOf,
  readTime,
  START,
  same,
  tellTime,
  wallClock,
  wallClockAfter,
} from "../../src/console/settings/sla/lines";

test.each([
  ["", null],
  ["90", 90],
  ["30 m", 30],
  ["1h 30m", 90],
  ["1.5 h", 90],
  ["1,5 hours", 90],
  ["2 days", 2880],
  ["soon", undefined],
  ["0", undefined],
  ["200 d", undefined],
])("“%s” is read as %s minutes", (typed, minutes) => {
  expect(readTime(typed)).toBe(minutes);
});

test("what is told is read as the same", () => {
  for (const minutes of [1, 59, 60, 90, 1439, 1440, 1500, 2880]) {
    expect(readTime(tellTime(minutes))).toBe(minutes);
  }
});

test("lines become policies and back, and are refused in words", () => {
  const lines = START.map(lineOf);
  expect(lines.map(policyOf)).toEqual(START);
  expect(hindrance(lines)).toBeNull();
  expect(same(lines, START.map(lineOf))).toBe(true);
  const [first, second] = lines;
  if (!first || !second) throw new Error("there are two");
  expect(hindrance([{ ...first, first_reply: "soon" }])).toMatch(/Write times/);
  expect(hindrance([{ ...first, first_reply: "", next_reply: "", resolution: "" }])).toMatch(/at least one/);
  expect(hindrance([first, { ...second, priority: null }])).toMatch(/same team/);
  expect(same([{ ...first, first_reply: "soon" }, second], lines)).toBe(false);
});

test("an example is told by the team's own clock", () => {
  expect(wallClock("2026-11-20T17:50:00+01:00", "en-GB")).toBe("Friday 17:50");
  const due = wallClockAfter("2026-11-23T09:20:00+01:00", "2026-11-20T17:50:00+01:00", "en-GB");
  expect(due).toBe("Monday 09:20");
  const later = wallClockAfter("2026-12-03T09:20:00+01:00", "2026-11-20T17:50:00+01:00", "en-GB");
  expect(later).toBe("Thursday 09:20, 3 December");
});

test("how promises were kept is told as a share", () => {
  expect(keptInWords({ kind: "first_reply", ended: 212, late: 12 })).toBe("94% of 212 in time.");
  expect(keptInWords({ kind: "resolution", ended: 0, late: 0 })).toBe("None yet.");
});
