import { expect, test } from "vitest";
import { clock, day, dayKey, elapsed } from "../../src/shared/time";

function local(year: number, month: number, date: number, hour = 10): string {
  return new Date(year, month - 1, date, hour, 42).toISOString();
}

const now = new Date(2026, 10, 22, 12).getTime();

test("the clock follows the locale", () => {
  expect(clock(local(2026, 11, 22, 15), "de-DE")).toBe("15:42");
  expect(clock(local(2026, 11, 22, 15), "en-US")).toMatch(/^3:42\sPM$/);
});

test.each([
  [local(2026, 11, 22, 1), "Today"],
  [local(2026, 11, 21, 23), "Yesterday"],
  [local(2026, 11, 18), "Wednesday"],
  [local(2026, 3, 3), "3 March"],
  [local(2025, 12, 31), "31 December 2025"],
])("%s is called %s", (iso, words) => {
  expect(day(iso, now, "en-GB")).toBe(words);
});

test("the name of a day is the locale's", () => {
  expect(day(local(2026, 11, 21), now, "fr-FR")).toBe("Hier");
});

test("two times of one day share a key", () => {
  expect(dayKey(local(2026, 11, 22, 1))).toBe(dayKey(local(2026, 11, 22, 23)));
  expect(dayKey(local(2026, 11, 22, 1))).not.toBe(dayKey(local(2026, 11, 21, 23)));
});

test.each([
  [12_000, "12s"],
  [4 * 60_000, "4m"],
  [3 * 3_600_000, "3h"],
  [49 * 3_600_000, "2d"],
  [-5_000, "0s"],
])("%i ms are %s", (gone, words) => {
  expect(elapsed(new Date(now - gone).toISOString(), now, "en-GB")).toBe(words);
});
