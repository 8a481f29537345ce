/** Figures, periods, filters and drawings in words and numbers: whatever of the reports is pure. */

import { expect, test } from "vitest";
import { askedQuery, type Mark, type Metric, type Point } from "../../../src/console/api/reports";
import { carried, metricOf, metricPath } from "../../../src/console/reports/addresses";
import { readOpened, writeOpened } from "../../../src/console/reports/behind/opened";
import { inSort, readTable, scaleOf, sortedBy, writeTable } from "../../../src/console/reports/by/columns";
import { alongside, flagsOf, plotted, sideOf, ticksOf } from "../../../src/console/reports/charts/plotting";
import { drawn, placesOf } from "../../../src/console/reports/figures/drawing";
import { orderedIn } from "../../../src/console/reports/figures/groups";
import {
  changeOf,
  fromInWords,
  rangeInWords,
  rangeOf,
  secondsInWords,
  valueInWords,
} from "../../../src/console/reports/figures/words";
import { narrowedBy, readChosen, writeChosen } from "../../../src/console/reports/query/chosen";
import {
  bucketInWords,
  comparedWith,
  grainsOf,
  lengthOf,
  periodInWords,
  periodOf,
  todayIn,
  usualGrain,
} from "../../../src/console/reports/query/period";

const point = (value: number | null, low = value, high = value, of = 10): Point => ({ value, low, high, of });
const query = (words: string) => new URLSearchParams(words);
const UK = "en-GB";

test.each([
  [0.4, "0 s"],
  [59.4, "59 s"],
  [60, "1 min"],
  [743, "12 min 23 s"],
  [3599.6, "1 h"],
  [7500, "2 h 5 min"],
  [200_000, "2 d 7 h"],
  [-65, "−1 min 5 s"],
])("%d seconds are %s", (seconds, words) => {
  expect(secondsInWords(seconds)).toBe(words);
});

test.each([
  ["share", 0.814, "81%"],
  ["share", 0.004, "0.4%"],
  ["share", 0.9961, "99.6%"],
  ["share", 1, "100%"],
  ["share", 0, "0%"],
  ["count", 1012, "1,012"],
  ["score", 4.26, "4.3"],
  ["score", -0.124, "-0.12"],
  ["money", 5.226, "€5.23"],
] as const)("a %s of %d reads %s", (unit, value, words) => {
  expect(valueInWords(value, { unit, currency: "EUR" }, UK)).toBe(words);
});

test("a range says its unit once, and nothing where there is no interval", () => {
  expect(rangeInWords({ value: 0.8, low: 0.764, high: 0.852 }, { unit: "share" }, UK)).toBe("76–85%");
  expect(rangeInWords({ value: 4, low: 3.9, high: 4.3 }, { unit: "score" }, UK)).toBe("3.9–4.3");
  expect(rangeInWords({ value: 0, low: -0.2, high: 0.3 }, { unit: "score" }, UK)).toBe("-0.20 to 0.30");
  expect(rangeInWords({ value: 90, low: 60, high: 120 }, { unit: "seconds" }, UK)).toBe("1 min – 2 min");
  expect(rangeOf(point(5))).toBeNull();
  expect(rangeOf(point(null))).toBeNull();
  expect(fromInWords(1200, { unit: "share" }, UK)).toBe("from 1,200");
  expect(fromInWords(1200, { unit: "count" }, UK)).toBeNull();
});

test("a change is sure only where the intervals say so, and none is made up", () => {
  const was = point(0.76, 0.7, 0.8);
  const share = { unit: "share" } as const;
  expect(changeOf({ value: 0.81, before: was, changed: "better" }, share, UK)).toEqual({
    verdict: "Clearly better",
    words: "5 points up from 76%",
    changed: "better",
  });
  expect(changeOf({ value: 0.75, before: was, changed: "same" }, share, UK)?.words).toBe(
    "1 point down from 76%",
  );
  expect(changeOf({ value: 0.755, before: was, changed: "same" }, share, UK)?.verdict).toBe(
    "No clear change",
  );
  expect(changeOf({ value: 0.761, before: was, changed: "same" }, share, UK)?.words).toBe("76% before, too");
  expect(changeOf({ value: 39, before: point(30), changed: null }, { unit: "count" }, UK)).toEqual({
    verdict: null,
    words: "9 up from 30",
    changed: null,
  });
  expect(changeOf({ value: null, before: was, changed: null }, share, UK)).toBeNull();
  expect(changeOf({ value: 0.8, before: point(null), changed: null }, share, UK)).toBeNull();
  expect(changeOf({ value: 0.8, before: null, changed: null }, share, UK)).toBeNull();
});

test("days are those of the company, and periods end today", () => {
  const evening = Date.parse("2026-11-23T23:30:00Z");
  expect(todayIn("Europe/Berlin", evening)).toBe("2026-11-24");
  expect(todayIn("America/New_York", evening)).toBe("2026-11-23");
  expect(periodOf({ days: 28 }, "2026-11-23")).toEqual({ from: "2026-10-27", to: "2026-11-23" });
  expect(lengthOf({ from: "2026-10-27", to: "2026-11-23" })).toBe(28);
});

test("a period is compared with as many days before, or with the same days a year before", () => {
  const period = { from: "2024-02-26", to: "2024-02-29" };
  expect(comparedWith(period, "previous")).toEqual({ from: "2024-02-22", to: "2024-02-25" });
  expect(comparedWith(period, "year")).toEqual({ from: "2023-02-26", to: "2023-02-28" });
  expect(comparedWith(period, "none")).toBeNull();
});

test("a line is cut into parts that can be told apart", () => {
  const days = (count: number) => periodOf({ days: count }, "2026-11-23");
  expect([7, 28, 90, 365].map((count) => usualGrain(days(count)))).toEqual(["day", "day", "week", "month"]);
  expect(grainsOf(days(1))).toEqual(["day"]);
  expect(grainsOf(days(90))).toEqual(["day", "week", "month"]);
  expect(grainsOf(days(365))).toEqual(["week", "month"]);
  expect(periodInWords({ from: "2025-12-30", to: "2026-01-02" }, "2026-11-23", UK)).toBe(
    "30 Dec 2025 – 2 Jan",
  );
  expect(bucketInWords({ from: "2026-11-01", to: "2026-11-23" }, "month", "2026-11-23", UK)).toBe("November");
});

test("what is chosen stands in the address, and what is usual does not", () => {
  const usual = readChosen(query(""));
  expect(usual).toEqual({ choice: { days: 28 }, compare: "previous", grain: null, filter: {} });
  const narrowed = narrowedBy(narrowedBy({}, "topic", "Refunds & more"), "team", "none");
  const written = writeChosen(query("by=agent"), { choice: { days: 90 }, compare: "year", filter: narrowed });
  expect(written.toString()).toBe("by=agent&days=90&compare=year&team=none&topic=Refunds+%26+more");
  expect(readChosen(written)).toMatchObject({ choice: { days: 90 }, compare: "year", filter: narrowed });
  expect(writeChosen(written, { ...usual }).toString()).toBe("by=agent");
  expect(narrowedBy(narrowed, "team", null)).toEqual({ topic: "Refunds & more" });
});

test.each([
  "days=13",
  "from=2026-11-09",
  "from=2026-11-09&to=2026-11-01",
  "from=x&to=y",
  "compare=x&grain=hour",
])("an address that says %s reads as usual", (words) => {
  expect(readChosen(query(words))).toEqual(readChosen(query("")));
});

test("the days and filters go along from part to part, what was opened stays", () => {
  expect(carried("/console/reports/volume", "days=90&behind=csat~hit&cell=topic:x&sort=name")).toBe(
    "/console/reports/volume?days=90",
  );
  expect(carried("/console/reports", "")).toBe("/console/reports");
  expect(metricOf(metricPath("csat"))).toBe("csat");
  expect(metricOf("/console/reports/by")).toBeNull();
});

test("an opened number is read as it was written", () => {
  const opened = {
    metric: "csat",
    which: "missed_hit",
    cell: { by: "topic", key: "Size: small" },
    period: { from: "2026-11-02", to: "2026-11-08" },
  } as const;
  expect(readOpened(writeOpened(query("days=7"), opened))).toEqual(opened);
  expect(writeOpened(writeOpened(query("days=7"), opened), null).toString()).toBe("days=7");
  expect(readOpened(query("behind=csat~all"))).toBeNull();
  expect(readOpened(query("behind=csat~hit&cell=mood:1"))).toEqual({ metric: "csat", which: "hit" });
});

test("the query of a report names its days and every filter", () => {
  const asked = { from: "2026-11-01", to: "2026-11-07", filter: { team: "none", part: "both" } };
  expect(askedQuery(asked)).toEqual({ from: "2026-11-01", to: "2026-11-07", team: ["none"], part: ["both"] });
});

const metric = (key: string, some: Partial<Metric> = {}): Metric => ({
  key,
  name: key,
  group: "trust",
  unit: "share",
  better: "up",
  sentence: "",
  definition: "",
  counted_by: "",
  ...some,
});

test("every figure stands once, a new one under More", () => {
  const keys = ["reopened", "brand_new", "csat", "resolution_quality"];
  const { first, questions } = orderedIn("trust", [
    ...keys.map((key) => metric(key)),
    metric("volume", { group: "volume" }),
  ]);
  expect(first.map(({ key }) => key)).toEqual(["resolution_quality", "csat"]);
  expect(questions.map(({ title, metrics }) => [title, metrics.map(({ key }) => key)])).toEqual([
    ["Was it solved for good?", ["reopened"]],
    ["More", ["brand_new"]],
  ]);
});

const row = (key: string, value: number | null, name = key) => ({
  key,
  name,
  figures: { csat: point(value) },
});

test("a table sorts by any column, with those without a figure last", () => {
  const rows = [row("b", 0.5), row("none", null), row("a", 0.9)];
  const order = (sort: { key: string; up: boolean }) => inSort(rows, sort).map(({ key }) => key);
  expect(order({ key: "csat", up: false })).toEqual(["a", "b", "none"]);
  expect(order({ key: "csat", up: true })).toEqual(["b", "a", "none"]);
  expect(order({ key: "name", up: true })).toEqual(["a", "b", "none"]);
  expect(order({ key: "", up: true })).toEqual(["b", "none", "a"]);
  expect(sortedBy("csat", { key: "csat", up: false })).toEqual({ key: "csat", up: true });
  expect(sortedBy("name", { key: "csat", up: false })).toEqual({ key: "name", up: true });
});

test("a table is read from its address, and strange words change nothing", () => {
  const dimensions = [
    { key: "topic", name: "Topic" },
    { key: "hour", name: "Hour" },
  ];
  const metrics = [metric("csat"), metric("volume"), metric("reopened")];
  const usual = readTable(query("by=mood&columns=x&sort=-y"), dimensions, metrics);
  expect(usual).toEqual({ by: "topic", columns: ["volume", "csat"], sort: { key: "volume", up: false } });
  const written = writeTable(query(""), { columns: ["reopened"], sort: { key: "reopened", up: true } });
  expect(readTable(written, dimensions, metrics)).toEqual({
    by: "topic",
    columns: ["reopened"],
    sort: { key: "reopened", up: true },
  });
  const byHour = writeTable(written, { by: "hour" });
  expect(readTable(byHour, dimensions, metrics).sort).toEqual({ key: "", up: true });
});

test("bars of a column share one scale from nothing on", () => {
  expect(scaleOf([row("a", 0.5)], "csat", true)).toEqual([0, 1]);
  const rows = [{ key: "a", name: "a", figures: { mood: point(-0.5, -1, 0.1) } }];
  expect(scaleOf(rows, "mood", false)).toEqual([-0.75, 0.1]);
  expect(scaleOf([], "mood", false)).toEqual([0, 1]);
});

const WEEKS = [
  { from: "2026-11-02", to: "2026-11-08" },
  { from: "2026-11-09", to: "2026-11-15" },
  { from: "2026-11-16", to: "2026-11-18" },
];

test("a chart leaves gaps where nothing counts, and cut weeks have no other to stand beside", () => {
  const line = { key: "now", name: "", colour: "", points: [point(0.5, 0.4, 0.6), null, point(null)] };
  expect(plotted(WEEKS, [line]).map((each) => [each.now, each["now range"]])).toEqual([
    [0.5, [0.4, 0.6]],
    [null, null],
    [null, null],
  ]);
  const before = WEEKS.map(({ from }) => ({ from, to: from }));
  expect(alongside([point(1), point(2), point(3)], before, WEEKS)).toEqual([null, null, null]);
  expect(alongside([point(1), point(2), point(3)], WEEKS, WEEKS)[2]?.value).toBe(3);
  expect(ticksOf(plotted(WEEKS, [line]), 2)).toHaveLength(2);
});

test.each([
  [[0.51, 0.93], { least: 0, most: 1 }, [0.4, 0.6, 0.8, 1]],
  [[0.97, 1], { least: 0, most: 1 }, [0.97, 0.98, 0.99, 1]],
  [[140, 700], { least: 0, time: true }, [0, 300, 600, 900]],
  [[3, 3], { least: 0 }, [3, 4]],
  [[-0.3, 0.4], {}, [-0.4, -0.2, 0, 0.2, 0.4]],
])("the side of a chart of %j within %j is %j", (values, bounds, side) => {
  const line = { key: "now", name: "", colour: "", points: values.map((value) => point(value)) };
  expect(sideOf([line], bounds)).toEqual(side);
});

test("an interval far beyond all values is cut rather than let it flatten them", () => {
  const line = { key: "now", name: "", colour: "", points: [point(4, 3, 60), point(5, 4, 6), point(6)] };
  const side = sideOf([line], { least: 0 });
  expect(side).toEqual([2, 4, 6, 8, 10]);
  expect(plotted(WEEKS, [line], side ?? []).map((each) => each["now range"])).toEqual([
    [3, 10],
    [4, 6],
    null,
  ]);
});

test("a chart without any value has no side", () => {
  expect(sideOf([{ key: "now", name: "", colour: "", points: [null, point(null)] }], {})).toBeNull();
});

const mark = (id: string, at: string): Mark => ({ id, at, kind: "rules", title: id, by: null, link: null });

test("marks stand on their day in the company's zone, those too near to each other under one flag", () => {
  const ends = [Date.parse("2026-11-01"), Date.parse("2026-11-30")] as const;
  const marks = [
    mark("a", "2026-11-03T23:30:00Z"),
    mark("b", "2026-11-04T10:00:00Z"),
    mark("c", "2026-12-24T10:00:00Z"),
  ];
  expect(flagsOf(marks, "Europe/Berlin", ends)).toEqual([
    { at: Date.parse("2026-11-04"), label: "1–2", titles: ["a", "b"] },
    { at: Date.parse("2026-11-30"), label: "3", titles: ["c"] },
  ]);
  // Midnight of the 9th in Berlin is still the 8th by Greenwich.
  expect(placesOf([mark("a", "2026-11-08T23:00:00Z")], WEEKS, "Europe/Berlin")).toEqual([0.5]);
  expect(placesOf([mark("a", "2026-11-10T10:00:00Z")], [], "UTC")).toEqual([]);
});

test("a sparkline goes through what is known, and its band there and back", () => {
  const { line, band, last } = drawn([point(1, 0.5, 1.5), null, point(2, 1.5, 2.5)], {
    width: 106,
    height: 26,
  });
  expect(line.match(/[ML]/g)).toEqual(["M", "L"]);
  expect(band.split("L")).toHaveLength(4);
  expect(last?.startsWith("103.0")).toBe(true);
  expect(drawn([null], { width: 10, height: 10 })).toEqual({ line: "", band: "", last: null });
});
