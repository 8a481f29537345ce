import { act } from "react";
import { beforeEach, expect, test } from "vitest";
import type { Outcome, Replay, ReplayResult } from "../../../src/console/api/replays";
import type { Right } from "../../../src/console/desk/rights";
import ReplayPart from "../../../src/console/rules/replay/ReplayPart";
import {
  behindOf,
  highlighted,
  inOneSentence,
  lasting,
  searchOf,
  titleOf,
} from "../../../src/console/rules/replay/words";
import { fakeApi } from "../api";
import { me } from "../cast";
import { button, click, says, show, until } from "../stage";
import { distress, draftOf, inForce, rule } from "./company";

const api = fakeApi();
const ADMIN: Right[] = ["rules.read", "rules.write", "conversations.read"];
const PAGE = "/console/rules/replay";
const HOURS = 168;
const stays: Outcome = {
  seq: null,
  rule: null,
  trigger: null,
  label: null,
  does: null,
  team: null,
  skill: null,
  priority: null,
  where: "Stays with the assistant",
};
const handed: Outcome = {
  ...stays,
  seq: 3,
  rule: "Gold",
  trigger: "anger",
  label: "Anger",
  where: "To Customer care, high",
};

const changes = {
  newly: 2,
  no_longer: 0,
  approval_added: 0,
  approval_gone: 0,
  target: 0,
  earlier: 0,
  later: 0,
};

function found(change: Partial<ReplayResult> = {}): ReplayResult {
  return {
    conversations: 100,
    decisions: 250,
    unreadable: 0,
    before: { handed_over: 10, approvals: 0 },
    after: { handed_over: 12, approvals: 0 },
    changes,
    unchanged: 98,
    cannot_tell: 3,
    cut_short: 0,
    outside_rules: 0,
    by_rule: [{ rule: "Gold", was: 0, now: 2 }],
    by_hour: Array.from({ length: HOURS }, (_, hour) => ({ before: 0, after: hour === 9 ? 2 : 0 })),
    waiting: { why_not: "Nobody at the desk wrote.", before: null, after: null },
    cost: {
      handling_minutes: null,
      hourly_cost: null,
      before: { to_people: 10, hours: null, cost: null },
      after: { to_people: 12, hours: null, cost: null },
    },
    measured: {
      handovers: 0,
      handled: 0,
      handling_minutes: null,
      held_minutes: null,
      people: null,
      waited: { median: null, p90: null },
    },
    ...change,
  };
}

function replay(change: Partial<Replay> = {}): Replay {
  return {
    id: "rpl_1",
    state: "done",
    against_version: 3,
    from: "2026-10-23T10:00:00Z",
    to: "2026-11-22T10:00:00Z",
    handling_minutes: null,
    hourly_cost: null,
    agents: null,
    total: 250,
    done: 250,
    problem: "",
    requested_by: "Alice",
    created_at: "2026-11-22T10:00:00Z",
    finished_at: null,
    result: found(),
    ...change,
  };
}

const row = {
  id: "conv_1",
  customer: "Carol",
  at: "2026-11-20T10:00:00Z",
  asked: { seq: 3, text: "This is a disgrace" },
  change: "newly",
  before: stays,
  after: handed,
  cannot_tell: false,
};

beforeEach(() => {
  api.on("GET rules", { body: { ...inForce([distress, rule()]), draft: draftOf([distress]) } });
  api.on("GET rules/replays", { body: { data: [], has_more: false, next_cursor: null } });
  api.on("GET rules/replays/rpl_1", { body: replay() });
  api.on("GET rules/replays/rpl_1/conversations", {
    body: { data: [row], has_more: false, next_cursor: null },
  });
});

const open = (path = PAGE, rights = ADMIN) => show(<ReplayPart />, { as: me({ rights }), path });

test("a replay of the draft is started, and shows how far it is and how to stop it", async () => {
  const under = replay({ state: "running", done: 40, result: null });
  api.on("POST rules/replays", { status: 201, body: under });
  api.on("GET rules/replays/rpl_1", { body: under });
  api.on("POST rules/replays/rpl_1/cancel", { body: replay({ state: "cancelled", result: null }) });
  await open();
  await until(() => button("Start the replay"));
  await click("Start the replay");
  await until(() => says("40 of 250 decisions looked at"));
  expect(api.sent("POST rules/replays")).toMatchObject([{ document: null, agents: null }]);
  await click("Cancel");
  await until(() => api.sent("POST rules/replays/rpl_1/cancel").length === 1);
});

test("without a draft there is nothing to try, and without the right nothing to start", async () => {
  await open(PAGE, ["rules.read"]);
  await until(() => says("Somebody who may change the rules"));
  expect(button("Start the replay")).toBeUndefined();
  document.body.replaceChildren();
  api.on("GET rules", { body: inForce([distress]) });
  await open();
  await until(() => says("There is no draft to try"));
});

test("each number opens its conversations, and each of them both sides with the words marked", async () => {
  api.on("GET rules/replays/rpl_1/conversations/conv_1", {
    body: {
      ...row,
      messages: [{ seq: 3, author: "customer", text: "This is a disgrace" }],
      decisions: [
        {
          seq: 3,
          at: row.at,
          readable: true,
          made: { action: "answer", trigger: "", rule: "", version: 2 },
          signals: [
            {
              name: "anger",
              label: "Anger",
              value: 0.4,
              threshold: 0.5,
              evidence: [{ text: "disgrace", seq: 3, start: 10, end: 18 }],
            },
          ],
          confidence: null,
          threshold: null,
          before: {
            fired: [],
            nearly: [
              { rule: "Upset", trigger: { name: "anger", label: "Anger" }, lacks: [{ words: "40% of 50%" }] },
            ],
          },
          after: { fired: [], nearly: [] },
        },
      ],
    },
  });
  await open(`${PAGE}/rpl_1`);
  await until(() => says("2 conversations would newly go to a person: 2 more in all."));
  await click("2 Newly handed over");
  await until(() => says("Stays with the assistant"));
  await act(async () => document.querySelector<HTMLButtonElement>("[aria-expanded]")?.click());
  await until(() => document.querySelector("mark")?.textContent === "disgrace");
  expect(says("“Upset” nearly: 40% of 50%")).toBe(true);
  expect(says("How sure the assistant was, was not measured.")).toBe(true);
  expect(api.asked.some(({ path }) => path.endsWith("conversations?change=newly"))).toBe(true);
});

test("what cannot be known is said", async () => {
  await open(`${PAGE}/rpl_1`);
  await until(() => says("might reach a person all the same"));
  expect(says("Nobody at the desk wrote.")).toBe(true);
});

test("a result in a sentence", () => {
  const none = { ...changes, newly: 0 };
  expect(inOneSentence(found({ changes: none, after: { handed_over: 10, approvals: 0 } }))).toMatch(
    /^All 100/,
  );
  const both = found({
    changes: { ...changes, no_longer: 5 },
    after: { handed_over: 7, approvals: 0 },
  });
  expect(inOneSentence(both)).toBe(
    "2 conversations would newly go to a person, and 5 no longer would: 3 fewer in all.",
  );
  expect(inOneSentence(found({ conversations: 0 }))).toMatch(/nothing to compare/);
});

test.each([
  [null, "–"],
  [0, "0 s"],
  [59, "59 s"],
  [60, "1 min"],
  [3540, "59 min"],
  [3600, "1 h"],
  [3900, "1 h 5 min"],
])("%s seconds are %s", (seconds, words) => {
  expect(lasting(seconds)).toBe(words);
});

test("quotes are marked by characters, together where they touch, and cut at the end", () => {
  const marked = (text: string, ...quotes: [number, number][]) =>
    highlighted(
      text,
      quotes.map(([start, end]) => ({ start, end })),
    ).map(({ text: part, marked: on }) => (on ? `[${part}]` : part));
  expect(marked("ab😀cd", [2, 3])).toEqual(["ab", "[😀]", "cd"]);
  expect(marked("abcdef", [1, 3], [2, 4])).toEqual(["a", "[bcd]", "ef"]);
  expect(marked("abc", [2, 99])).toEqual(["ab", "[c]"]);
  expect(marked("abc")).toEqual(["abc"]);
});

test("what is open stands in the address, also an hour of the week", () => {
  for (const behind of [
    { change: "newly" as const },
    { hour: 0, side: "before" as const },
    { rule: "A & B" },
  ]) {
    expect(behindOf(searchOf(behind))).toEqual(behind);
  }
  expect(behindOf("")).toBeNull();
  expect(titleOf({ rule: "Gold", side: "before" })).toBe("Handed over by “Gold” (rules in force)");
});
