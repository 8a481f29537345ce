import { expect, test } from "vitest";
import {
  asField,
  copied,
  dayProblem,
  fromField,
  nextStretch,
  onDay,
  tidy,
  usualWeek,
  weekdayName,
  weekProblem,
  withDay,
} from "../../src/console/settings/hours/week";

const morning = { weekday: 0, opens: "09:00", closes: "12:00" };
const afternoon = { weekday: 0, opens: "13:00", closes: "18:00" };

test("the week begins on Monday", () => {
  expect(weekdayName(0, "en")).toBe("Monday");
  expect(weekdayName(6, "de")).toBe("Sonntag");
});

test("a day is copied with all its stretches, and replaces what was there", () => {
  const week = [morning, afternoon, { weekday: 1, opens: "10:00", closes: "11:00" }];
  const all = copied(week, 0, [0, 1, 2]);
  expect(onDay(all, 1)).toEqual([
    { ...morning, weekday: 1 },
    { ...afternoon, weekday: 1 },
  ]);
  expect(onDay(all, 2)).toHaveLength(2);
  expect(onDay(all, 0)).toEqual([morning, afternoon]);
});

test("a closed day is copied as closed", () => {
  expect(copied(usualWeek(), 6, [0, 1])).toEqual(usualWeek().filter(({ weekday }) => weekday > 1));
});

test("a stretch that is added begins an hour after the last and stays within the day", () => {
  expect(nextStretch(0, [])).toEqual({ weekday: 0, opens: "09:00", closes: "17:00" });
  expect(nextStretch(0, [morning])).toEqual({ weekday: 0, opens: "13:00", closes: "17:00" });
  expect(dayProblem([nextStretch(0, [{ weekday: 0, opens: "09:00", closes: "23:30" }])])).toBeNull();
});

test("midnight ends a day, and stands in its field as 00:00", () => {
  expect(fromField("00:00")).toBe("24:00");
  expect(asField("24:00")).toBe("00:00");
  expect(asField(fromField("18:30"))).toBe("18:30");
  const late = { weekday: 0, opens: "18:00", closes: "24:00" };
  expect(dayProblem([late])).toBeNull();
  expect(dayProblem([late, { weekday: 0, opens: "23:00", closes: "23:30" }])).toContain("overlap");
  expect(nextStretch(0, [{ ...late, closes: "22:00" }])).toEqual({
    weekday: 0,
    opens: "23:00",
    closes: "24:00",
  });
});

test("a day says what is wrong with it", () => {
  expect(dayProblem([afternoon, morning])).toBeNull();
  expect(dayProblem([{ ...morning, closes: "09:00" }])).toContain("close after it opens");
  expect(dayProblem([{ ...morning, closes: "" }])).toBe("Fill in both times.");
  expect(dayProblem([morning, { ...afternoon, opens: "11:59" }])).toBe("Two of these times overlap.");
  expect(dayProblem([morning, { ...afternoon, opens: "12:00" }])).toBeNull();
});

test("a week names the day that is wrong", () => {
  expect(weekProblem(usualWeek())).toBeNull();
  expect(weekProblem(withDay(usualWeek(), 4, [{ weekday: 4, opens: "18:00", closes: "08:00" }]))).toMatch(
    new RegExp(`^${weekdayName(4)}:`),
  );
});

test("what is sent is sorted, to the minute", () => {
  expect(tidy([{ ...afternoon, opens: "13:00:00" }, morning])).toEqual([morning, afternoon]);
});
