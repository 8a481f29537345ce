import { describe, expect, test } from "vitest";
import { claims } from "../../src/console/shell/notify/calling";
import { callOf } from "../../src/console/shell/notify/news";
import { CAROL, MAYA, row } from "./cast";

const NOW = Date.parse("2026-01-02T12:00:00Z");
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
const who = { id: "agt_maya", teams: ["team_1"], now: NOW };
const queue = { holder: "queue", agent: null, team: { id: "team_1", name: "Orders" } } as const;
const control = { ...row("x").control, ...queue };
const mine = { ...control, holder: "agent", agent: { id: "agt_maya", name: "Maya" } } as const;
const me = { id: "agt_maya", name: "Maya" };
const words = (author: typeof CAROL, seconds: number) => ({
  author,
  text: "Hello?",
  created_at: ago(seconds),
});

const waiting = row("conv_1", { control, waiting_since: ago(2) });
const held = row("conv_1", { control: mine, last_message: words(MAYA, 60) });

describe("who is called for what", () => {
  test.each([
    ["an offer to oneself", { ...waiting, offered_to: me }, waiting, "offered"],
    ["the same offer told again", { ...waiting, offered_to: me }, { ...waiting, offered_to: me }, null],
    ["an offer to a colleague", { ...waiting, offered_to: { id: "agt_sam", name: "Sam" } }, waiting, null],
    ["an old offer heard of first", { ...waiting, waiting_since: ago(300), offered_to: me }, undefined, null],
    ["a customer's words in one's own", { ...held, last_message: words(CAROL, 1) }, held, "reply"],
    ["one's own words", { ...held, last_message: words(MAYA, 1) }, held, null],
    ["a customer's words to a colleague", { ...waiting, last_message: words(CAROL, 1) }, waiting, null],
    ["somebody who begins to wait for one's team", waiting, held, "waiting"],
    [
      "somebody who waits for another team",
      { ...waiting, control: { ...control, team: { id: "t", name: "T" } } },
      held,
      null,
    ],
    ["what is resolved", { ...held, status: "resolved" as const, last_message: words(CAROL, 1) }, held, null],
  ])("%s", (_, now, before, topic) => expect(callOf(now, before, who)?.topic ?? null).toBe(topic));
});

test("of several tabs one calls, and the next call is another", () => {
  window.localStorage.clear();
  expect(claims("reply-1", 1_000)).toBe(true);
  expect(claims("reply-1", 1_500)).toBe(false);
  expect(claims("reply-2", 1_600)).toBe(true);
  expect(claims("reply-1", 9_000)).toBe(true);
});
