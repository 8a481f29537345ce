import { expect, test } from "vitest";
import { ago } from "../../src/console/ui/moments";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const words = (by: number) => ago(new Date(NOW + by).toISOString(), NOW, "en-GB");

test("what is past is told in whole units gone", () => {
  expect(words(0)).toBe("just now");
  expect(words(-59_000)).toBe("just now");
  expect(words(-119_000)).toBe("1 minute ago");
  expect(words(-3 * 60 * MINUTE - 40 * MINUTE)).toBe("3 hours ago");
  expect(words(-2 * DAY)).toBe("2 days ago");
});

test("beyond a week it is the date", () => {
  expect(words(-10 * DAY)).toBe("12 November");
});

test("what lies ahead is told by the nearest unit", () => {
  expect(words(20_000)).toBe("in a moment");
  expect(words(7 * DAY - MINUTE)).toBe("in 7 days");
  expect(words(90 * DAY - MINUTE)).toBe("in 90 days");
});
