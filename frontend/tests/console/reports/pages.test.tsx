/** The pages of the reports on a stage: figures, what is behind them, a table by any dimension, one figure whole. */

import { act } from "react";
import { beforeEach, expect, test } from "vitest";
import type { Figure, Metric, Point } from "../../../src/console/api/reports";
import type { Right } from "../../../src/console/desk/rights";
import ReportsPage from "../../../src/console/reports/ReportsPage";
import { fakeApi, wrong } from "../api";
import { me } from "../cast";
import { button, click, field, says, show, type, until } from "../stage";

const api = fakeApi();
const SUPERVISOR: Right[] = ["reports.read", "settings.read", "conversations.read"];

const metric = (key: string, name: string, some: Partial<Metric> = {}): Metric => ({
  key,
  name,
  group: "trust",
  unit: "share",
  better: "up",
  sentence: `About ${name.toLowerCase()}.`,
  definition: `How ${name.toLowerCase()} is worked out.`,
  counted_by: "Counted on the day on which it ended.",
  ...some,
});
const METRICS = [
  metric("resolution_quality", "Resolution quality"),
  metric("csat", "Satisfaction"),
  metric("reopened", "Reopened", { better: "down" }),
  metric("volume", "Conversations", { group: "volume", unit: "count", better: null }),
];
const DIMENSIONS = [
  { key: "topic", name: "Topic" },
  { key: "team", name: "Team" },
];
const point = (value: number | null, of = 20): Point => ({
  value,
  low: value === null ? null : value - 0.1,
  high: value === null ? null : value + 0.05,
  of,
});
const figure = (key: string, some: Partial<Figure> = {}): Figure => ({
  key,
  ...point(0.8),
  before: point(0.7),
  changed: "same",
  ...some,
});
const DAYS = [
  { from: "2026-11-16", to: "2026-11-22" },
  { from: "2026-11-23", to: "2026-11-23" },
];
const RULES = {
  id: "rules-3",
  at: "2026-11-18T10:00:00Z",
  kind: "rules",
  title: "Rules, version 3",
  by: "Hannah",
  link: "/console/rules/versions/3",
};

const figures = (data: Figure[]) => ({
  period: { from: "2026-10-27", to: "2026-11-23" },
  compared: null,
  measured_until: new Date().toISOString(),
  waiting: 12,
  currency: "EUR",
  data,
});

beforeEach(() => {
  api.on("GET workspace", { body: { time_zone: "Europe/Berlin" } });
  api.on("GET reports/settings", { body: { agent_hour: null, tokens_per_million: null, currency: "EUR" } });
  api.on("GET reports/definitions", { body: { data: METRICS, dimensions: DIMENSIONS } });
  api.on("GET reports/figures", {
    body: figures([
      figure("resolution_quality", { changed: "better" }),
      figure("csat", { value: null, low: null, high: null, of: 0, before: null, changed: null }),
      figure("reopened", { changed: "worse" }),
    ]),
  });
  api.on("GET reports/series", () => {
    const keys = new URLSearchParams(api.asked.at(-1)?.path.split("?")[1]).get("metrics")?.split(",") ?? [];
    return {
      body: { buckets: DAYS, data: keys.map((key) => ({ key, points: [point(0.8), null] })), marks: [RULES] },
    };
  });
  api.on("GET reports/breakdown", {
    body: {
      data: [
        {
          key: "Delivery",
          name: "Delivery",
          figures: { resolution_quality: point(0.9), volume: point(70), csat: point(null) },
        },
        {
          key: "Refunds",
          name: "Refunds",
          figures: { resolution_quality: point(0.6), volume: point(90), csat: point(0.5) },
        },
        {
          key: "none",
          name: "No topic",
          figures: { resolution_quality: point(null), volume: point(5), csat: point(0.9) },
        },
      ],
    },
  });
  api.on("GET reports/conversations", {
    body: {
      data: [
        {
          id: "eps_1",
          conversation_id: "conv_9",
          number: 2,
          customer: { id: "cus_9", name: "Gus" },
          topic: "Refunds",
          channel: "widget",
          began_at: "2026-11-20T10:00:00Z",
          ended_at: "2026-11-20T11:00:00Z",
          part: "assistant",
          agent: null,
          value: 0,
          why: "Came again after 2 days.",
        },
        {
          id: "eps_2",
          conversation_id: null,
          number: 1,
          customer: null,
          topic: "",
          channel: "widget",
          began_at: "2026-11-19T10:00:00Z",
          ended_at: null,
          part: "nobody",
          agent: null,
          value: 1,
          why: "Stayed solved.",
        },
      ],
      has_more: false,
      next_cursor: null,
    },
  });
});

const open = (path: string, rights = SUPERVISOR) =>
  show(<ReportsPage />, { as: me({ rights }), path: `/console/reports${path}` });
const asked = (path: string) =>
  api.asked.filter((one) => one.path.startsWith(`${path}?`)).map((one) => one.path);
const rows = () => [...document.querySelectorAll("tbody tr td:first-child")].map((cell) => cell.textContent);

test("the figures stand with their intervals, their change in words, and how far they are measured", async () => {
  await open("");
  await until(() => says("80%"));
  expect(says("70–85%, from 20")).toBe(true);
  expect(says("Clearly better, 10 points up from 70%")).toBe(true);
  expect(says("Clearly worse")).toBe(true);
  expect(says("12 more conversations wait")).toBe(true);
  // Nothing counts: never a zero.
  expect(says("Nothing to count in these days. Counted on the day on which it ended.")).toBe(true);
  expect(button("Satisfaction: 0%. Open the conversations.")).toBeUndefined();
  expect(says("Was it solved for good?")).toBe(true);
  expect(asked("reports/figures")).toHaveLength(1);
});

test("the days are the company's, and filters of the address go to the server", async () => {
  await open("?days=7&topic=Refunds&compare=none");
  await until(() => asked("reports/figures").length > 0);
  const query = new URLSearchParams(asked("reports/figures")[0]?.split("?")[1]);
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin" }).format(Date.now());
  expect(query.get("to")).toBe(today);
  expect(query.get("topic")).toBe("Refunds");
  expect(query.get("compare")).toBe("none");
  await until(() => says("Topic: Refunds"));
  await click("No longer narrow by Topic: Refunds");
  await until(() => asked("reports/figures").some((path) => !path.includes("topic=")));
});

test("a definition is one press away", async () => {
  await open("");
  await click("What is “Reopened”?");
  await until(() => says("How reopened is worked out."));
});

test("a number opens its conversations, also what is left of a deleted one", async () => {
  await open("");
  await click("Resolution quality: 80%. Open the conversations.");
  await until(() => says("Came again after 2 days."));
  expect(document.querySelector('a[href="/console/inbox/all/conv_9"]')?.textContent).toContain("Gus");
  expect(says("part 2 of it")).toBe(true);
  expect(says("Deleted conversation")).toBe(true);
  const not = await until(() =>
    [...document.querySelectorAll<HTMLInputElement>("input[type=radio]")].find(
      (one) => one.value === "missed_hit",
    ),
  );
  await act(async () => not.click());
  await until(() => asked("reports/conversations").some((path) => path.includes("which=missed_hit")));
});

test("where there is nothing yet, the page says what will appear and when", async () => {
  const none = { value: null, low: null, high: null, of: 0, before: null, changed: null };
  api.on("GET reports/figures", { body: figures([figure("csat", none)]) });
  await open("");
  await until(() => says("Seven days later:"));
});

test("figures that do not come say why, and are asked for again", async () => {
  api.on("GET reports/figures", wrong(null, "The database rests.", 403));
  await open("");
  await until(() => says("The database rests."));
  api.on("GET reports/figures", { body: figures([figure("resolution_quality")]) });
  await click("Try again");
  await until(() => says("80%"));
});

test("a table sorts by its heads, and a cell opens what is behind it", async () => {
  await open("/by?columns=resolution_quality,csat");
  await until(() => rows().length > 0);
  expect(rows()).toEqual(["Delivery", "Refunds", "No topic"]);
  await click("Resolution quality");
  expect(rows()).toEqual(["Refunds", "Delivery", "No topic"]);
  expect(document.querySelector("th[aria-sort=ascending]")?.textContent).toBe("Resolution quality");
  await click("Satisfaction");
  expect(rows()).toEqual(["No topic", "Refunds", "Delivery"]);
  await click("Resolution quality: 60%. Open the conversations.");
  await until(() => asked("reports/conversations").some((path) => path.includes("topic=Refunds")));
});

test("the page of a figure tells it whole: meaning, course as a table, marks, parts", async () => {
  api.on("GET reports/figures", { body: figures([figure("resolution_quality")]) });
  await open("/metric/resolution_quality?grain=week");
  await until(() => says("How resolution quality is worked out."));
  await until(() => says("Rules, version 3"));
  const table = await until(() =>
    [...document.querySelectorAll<HTMLInputElement>("input[type=radio]")].find(
      (one) => one.value === "table",
    ),
  );
  await act(async () => table.click());
  await until(() => document.querySelectorAll("tbody tr").length === 2);
  expect(document.querySelector("tbody tr:last-child")?.textContent).toContain("80%");
  // The weakest part first; what has no value is no part.
  const topics = await until(() => document.querySelector("section[aria-label='By topic'] ul"));
  await until(() => topics.children.length === 2);
  expect([...topics.children].map((one) => one.firstElementChild?.textContent)).toEqual([
    "Refunds",
    "Delivery",
  ]);
});

test("a note is written on the charts, and a mistake is told at its field", async () => {
  api.on("GET reports/figures", { body: figures([figure("resolution_quality")]) });
  api.on("POST reports/marks", wrong("title", "title: Say what happened in one line."));
  await open("/metric/resolution_quality");
  await click("Add a note");
  await type("What happened", "Autumn sale began");
  await click("Add the note");
  await until(() => says("Say what happened in one line."));
  api.on("POST reports/marks", { status: 201, body: { ...RULES, id: "mark_1", kind: "note" } });
  await click("Add the note");
  await until(() => field("What happened") === null);
  expect(api.sent("POST reports/marks").at(-1)).toMatchObject({ title: "Autumn sale began" });
});

test("a note that was taken away comes back on its own day of the company", async () => {
  const note = {
    ...RULES,
    id: "mark_1",
    kind: "note",
    title: "Sale",
    at: "2026-11-17T23:00:00Z",
    link: null,
  };
  api.on("GET reports/figures", { body: figures([figure("resolution_quality")]) });
  api.on("GET reports/series", () => ({
    body: {
      buckets: DAYS,
      data: [],
      marks: api.sent("DELETE reports/marks/mark_1").length > 0 ? [] : [note],
    },
  }));
  api.on("DELETE reports/marks/mark_1", { status: 204 });
  api.on("POST reports/marks", { status: 201, body: note });
  await open("/metric/resolution_quality");
  await click("Remove the note “Sale”");
  await until(() => says("The note is gone."));
  await click("Undo");
  await until(() => api.sent("POST reports/marks").length > 0);
  expect(api.sent("POST reports/marks")).toEqual([{ on: "2026-11-18", title: "Sale" }]);
});

test("prices are set by those who may, where money is shown", async () => {
  const cost = metric("cost_per_resolution", "Cost", { group: "volume", unit: "money", better: "down" });
  api.on("GET reports/definitions", { body: { data: [cost], dimensions: DIMENSIONS } });
  const none = { value: null, low: null, high: null, of: 0, before: null, changed: null };
  api.on("GET reports/figures", { body: figures([figure("cost_per_resolution", none)]) });
  api.on("PUT reports/settings", ({ body }) => ({ body }));
  await open("/metric/cost_per_resolution", [...SUPERVISOR, "settings.manage"]);
  await click("Set the prices");
  await type("An hour of a person", "32,50");
  await click("Keep the prices");
  await until(() => api.sent("PUT reports/settings").length > 0);
  expect(api.sent("PUT reports/settings")).toEqual([
    { agent_hour: "32.50", tokens_per_million: null, currency: "EUR" },
  ]);
});

test("who may not change settings sees no button for prices", async () => {
  const cost = metric("cost_per_resolution", "Cost", { group: "volume", unit: "money" });
  api.on("GET reports/definitions", { body: { data: [cost], dimensions: DIMENSIONS } });
  api.on("GET reports/figures", { body: figures([figure("cost_per_resolution", { value: 4.2 })]) });
  await open("/metric/cost_per_resolution");
  await until(() => says("€4.20"));
  expect(button("Set the prices")).toBeUndefined();
});

test("a figure that is no more leads back to all", async () => {
  await open("/metric/gone");
  await until(() => says("There is no such figure"));
});
