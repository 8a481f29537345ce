/** The quality page: its words and lines, and the queue of reviews, which works by keyboard alone. */

import { act } from "react";
import { beforeEach, expect, test } from "vitest";
import type { Estimate, Quality, QualityRow, Review } from "../../src/console/api/quality";
import type { Right } from "../../src/console/desk/rights";
import { band, line, place } from "../../src/console/rules/quality/drawing";
import QualityPart from "../../src/console/rules/quality/QualityPart";
import { KEYS, step, triggerOf } from "../../src/console/rules/quality/reviewing";
import { changeInWords, intervalInWords, missedInWords } from "../../src/console/rules/quality/words";
import { fakeApi } from "./api";
import { me } from "./cast";
import { click, says, show, until } from "./stage";

const api = fakeApi();
const AGENT: Right[] = ["rules.read", "conversations.read", "conversations.write"];
const estimate = (value: number, of = 20): Estimate => ({ value, low: value - 0.1, high: value + 0.05, of });

const row = (some: Partial<QualityRow> = {}): QualityRow => ({
  handovers: 30,
  labelled: 20,
  right: 15,
  too_late: 2,
  needless: 3,
  other: 0,
  elsewhere: 0,
  missed: 1,
  missed_in_all: { value: 5, low: 1, high: 12 },
  precision: estimate(0.85),
  in_time: null,
  recall: estimate(0.7),
  before: { precision: 0.8, in_time: null, recall: null },
  series: [],
  ...some,
});

const quality = (some: Partial<Quality> = {}): Quality => ({
  days: 90,
  by: "week",
  from: "2026-08-25",
  until: "2026-11-22",
  all: row(),
  triggers: [
    { ...row({ handovers: 4 }), name: "loop", label: "Goes in circles", protective: false },
    { ...row(), name: "anger", label: "Anger or frustration", protective: false },
    {
      ...row({ handovers: 0, labelled: 0, missed: 0, precision: null, recall: null }),
      name: "upsell",
      label: "Chance to offer more",
      protective: false,
    },
  ],
  versions: [],
  reviews: { drawn: 40, stand_for: 90, judged: 30, cannot_tell: 1, open: 9 },
  ...some,
});

const review = (id: string, name: string): Review => ({
  id,
  conversation_id: `conv_${id}`,
  customer: { id: `cus_${id}`, name, email: null },
  began_at: "2026-11-20T10:00:00Z",
  language: "en",
  opening: "Hello",
  verdict: null,
  trigger: null,
  at_seq: null,
  by: null,
  at: null,
});

const said = (seq: number, kind: string, text: string) => ({
  type: "message.added",
  conversation_id: "conv_a",
  seq,
  data: {
    id: `msg_${seq}`,
    seq,
    author: { kind, id: null, name: "Carol" },
    text,
    sources: [],
    attachments: [],
    created_at: "2026-11-20T10:00:00Z",
  },
});

beforeEach(() => {
  const waiting = [review("a", "Carol"), review("b", "Erin")];
  api.on("GET reviews", { body: { data: waiting, counts: { open: 2, done: 5 }, has_more: false } });
  const thread = [said(1, "customer", "It broke"), said(2, "assistant", "Oh"), said(3, "customer", "Again")];
  for (const id of ["a", "b"]) {
    api.on(`GET conversations/conv_${id}/events`, { body: { data: thread, has_more: false } });
    api.on(`PUT reviews/${id}`, ({ body }) => ({ body: { ...review(id, "Carol"), ...(body as object) } }));
  }
});

const open = (path: string, rights = AGENT) =>
  show(<QualityPart />, { as: me({ rights }), path: `/console/rules/quality${path}` });

const press = (key: string) =>
  act(async () => {
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  });

test("numbers say what they rest on, how they changed, and what a sample leaves open", () => {
  expect(intervalInWords({ value: 0.85, low: 0.771, high: 0.9, of: 132 })).toBe("77 to 90%, from 132");
  expect(changeInWords(estimate(0.85), 0.8, 90)).toBe("5 points more than in the 90 days before");
  expect(changeInWords(estimate(0.85), 0.86, 30)).toBe("1 point less than in the 30 days before");
  expect(changeInWords(estimate(0.85), null, 30)).toBeNull();
  expect(missedInWords({ value: 5.2, low: 1, high: 12.4 })).toBe("about 5 in all (1 to 12)");
  expect(missedInWords({ value: 2, low: 2, high: 2 })).toBeNull();
});

test("a line leaves out what is not known, and its band goes there and back", () => {
  const dots = place([estimate(1), null, estimate(0)], { width: 106, height: 26 });
  expect(dots.map(({ x, y }) => [x, y])).toEqual([
    [3, 3],
    [103, 23],
  ]);
  expect(line(dots)).toBe("M3.0 3.0 L103.0 23.0");
  expect(band(dots).split("L")).toHaveLength(4);
  expect(place([null], { width: 10, height: 10 })).toEqual([]);
});

test("each reason has a letter of its own that moves nothing", () => {
  const letters = KEYS.map(([key]) => key);
  expect(new Set(letters).size).toBe(12);
  expect(letters.some((key) => key === "" || "jk123".includes(key))).toBe(false);
  expect(triggerOf("b")).toBe("anger");
  expect(step(["x", "y", "z"], "z", 1)).toBe("y");
  expect(step(["x"], "x", -1)).toBe("x");
});

test("the figures stand with their intervals, and a number opens what it counts", async () => {
  api.on("GET rules/quality", { body: quality() });
  api.on("GET rules/quality/conversations", {
    body: {
      data: [
        {
          id: "hnd_1",
          conversation_id: "conv_9",
          customer: { id: "cus_9", name: "Gus" },
          at: "2026-11-20T10:00:00Z",
          asked: { seq: 3, text: "Why?" },
          trigger: { name: "anger", label: "Anger or frustration" },
          verdict: "needless",
          meant: null,
          by: "Bob",
        },
      ],
      has_more: false,
      next_cursor: null,
    },
  });
  await open("");
  await until(() => says("85%"));
  expect(says("5 points more than in the 90 days before")).toBe(true);
  expect(says("Review 9 conversations")).toBe(true);
  expect(says("No handover and no miss: Chance to offer more.")).toBe(true);
  const names = [...document.querySelectorAll("table")][0]?.querySelectorAll("tbody td:first-child");
  expect([...(names ?? [])].map((each) => each.textContent)).toEqual([
    "Anger or frustration",
    "Goes in circles",
  ]);
  await click("3 not needed");
  await until(() => says("Gus"));
  expect(document.querySelector('a[href="/console/inbox/all/conv_9"]')).not.toBeNull();
});

test("where nothing was handed over the page says how it fills", async () => {
  const none = row({ handovers: 0, labelled: 0, precision: null, recall: null });
  const reviews = { drawn: 0, stand_for: 0, judged: 0, cannot_tell: 0, open: 0 };
  api.on("GET rules/quality", { body: quality({ all: none, reviews }) });
  await open("");
  await until(() => says("Nothing was handed over in this time"));
});

test("a review is judged by one key, and the next one comes", async () => {
  await open("/review");
  await until(() => says("It broke"));
  await press("1");
  await until(() => api.sent("PUT reviews/a").length > 0);
  expect(api.sent("PUT reviews/a")).toEqual([{ verdict: "right" }]);
  await until(() => says("1 of 1"));
  await press("3");
  await until(() => says("All reviewed"));
  expect(api.sent("PUT reviews/b")).toEqual([{ verdict: "cannot_tell" }]);
});

test("a miss names its message by the arrows and its reason by a letter", async () => {
  await open("/review");
  await until(() => says("It broke"));
  await press("j");
  await until(() => says("2 of 2"));
  await press("k");
  await press("2");
  await until(() => says("Why was a person needed"));
  await press("ArrowUp");
  await press("b");
  await until(() => api.sent("PUT reviews/a").length > 0);
  expect(api.sent("PUT reviews/a")).toEqual([{ verdict: "missed", trigger: "anger", at_seq: 1 }]);
});

test("what was judged is taken back", async () => {
  await open("/review");
  await until(() => says("It broke"));
  await press("1");
  await click("Undo");
  await until(() => api.sent("PUT reviews/a").length > 1);
  expect(api.sent("PUT reviews/a").at(-1)).toEqual({ verdict: null });
  await until(() => says("1 of 2"));
});

test("who may only read has no keys that judge", async () => {
  await open("/review", ["rules.read", "conversations.read"]);
  await until(() => says("You may read this, not judge it."));
  await press("1");
  expect(api.sent("PUT reviews/a")).toEqual([]);
});
