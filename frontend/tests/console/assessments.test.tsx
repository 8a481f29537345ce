/** The quality review: filling in a scorecard by keyboard, what the figures say, and what agents see. */

import { act } from "react";
import { beforeEach, expect, test } from "vitest";
import type {
  Assessment,
  AssessmentRow,
  Question,
  QuestionAgreement,
  Scores,
} from "../../src/console/api/assessments";
import type { Right } from "../../src/console/desk/rights";
import { answered, nextOpen, optionsOf, running, told } from "../../src/console/quality/answering";
import { EXAMPLE, hindrance, shareOf, shifted } from "../../src/console/quality/cards/editing";
import QualityPage from "../../src/console/quality/QualityPage";
import { weeksOf } from "../../src/console/quality/scores/Whole";
import { agreementInWords, rangeInWords } from "../../src/console/quality/words";
import { fakeApi } from "./api";
import { me } from "./cast";
import { button, says, show, until } from "./stage";

const api = fakeApi();
const REVIEWER: Right[] = ["quality.review", "conversations.read", "conversations.write", "rules.read"];
const AGENT: Right[] = ["conversations.read", "conversations.write"];

const plain = {
  help: "",
  weight: 1,
  critical: false,
  may_not_apply: true,
  good: "yes",
  steps: 5,
  choices: [],
} as const;
const ASKED: Question[] = [
  { ...plain, id: "right", text: "Was it right?", kind: "yes_no", weight: 3, choices: [] },
  { ...plain, id: "leak", text: "Did it leak?", kind: "yes_no", good: "no", critical: true, choices: [] },
  { ...plain, id: "kind", text: "How kind?", kind: "scale", may_not_apply: false, choices: [] },
];

const row: AssessmentRow = {
  id: "asm_1",
  conversation_id: "conv_1",
  episode: 1,
  customer: { id: "cus_1", name: "Carol", email: null },
  state: "open",
  scorecard: { id: "scd_1", name: "Care", looks_at: "both" },
  because: { kind: "random", label: "Any, by chance" },
  agent: { id: "agt_2", name: "Bob Example" },
  team: null,
  topic: "Returns",
  channel: "widget",
  happened_at: "2026-11-20T10:00:00Z",
  done_at: null,
  reviewer: null,
  at_it: null,
  sealed: false,
  score: null,
  failed: false,
  dispute: null,
  seen: false,
};

const whole = (some: Partial<Assessment> = {}): Assessment => ({
  ...row,
  part: "both",
  version: 2,
  sections: [{ id: "s", title: "All", questions: ASKED }],
  answers: [],
  failed_at: [],
  section_scores: {},
  comment: "",
  reply: null,
  decision: null,
  outcomes: [],
  handover: null,
  skipped_because: null,
  may: { assess: true, put_back: false, decide: false, add: true, reply: false },
  ...some,
});

const message = (seq: number, kind: string, text: string) => ({
  type: "message.added",
  conversation_id: "conv_1",
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

const page = (data: unknown[], more: object = {}) => ({
  body: { data, has_more: false, next_cursor: null, ...more },
});

beforeEach(() => {
  const thread = [message(1, "customer", "Where is it?"), message(2, "assistant", "On its way.")];
  api.on("GET conversations/conv_1/events", page(thread));
  api.on("GET assessments", page([row], { counts: { open: 1, disputed: 0 } }));
  api.on("GET assessments/asm_1", { body: whole() });
  api.on("POST assessments/asm_1/take", { body: whole() });
  api.on("PUT assessments/asm_1", { body: whole({ state: "done", score: 95 }) });
  api.on("GET scorecards", page([]));
});

const open = (path: string, rights = REVIEWER) =>
  show(<QualityPage />, { as: me({ rights }), path: `/console/quality${path}` });

const press = (key: string) =>
  act(async () => {
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  });

test("answers add up by weight, and a critical failure fails the whole", () => {
  const said = (values: Record<string, string>) =>
    Object.entries(values).reduce((all, [id, value]) => answered(all, id, { value }), {});
  expect(running(ASKED, said({ right: "yes", leak: "no", kind: "4" })).score).toBe(95);
  expect(running(ASKED, said({ right: "na", kind: "3" })).score).toBe(50);
  expect(running(ASKED, {}).score).toBeNull();
  const failed = running(ASKED, said({ right: "yes", leak: "yes", kind: "5" }));
  expect([failed.score, failed.failedAt.map(({ id }) => id)]).toEqual([0, ["leak"]]);
});

test("each answer has a key, and after one comes the next that is open", () => {
  expect(optionsOf(ASKED[0] as Question).map(({ key, value }) => key + value)).toEqual([
    "1yes",
    "2no",
    "0na",
  ]);
  expect(optionsOf(ASKED[2] as Question).map(({ key }) => key)).toEqual(["1", "2", "3", "4", "5"]);
  const some = answered(answered({}, "right", { value: "yes" }), "leak", { quote_seq: 2 });
  expect(nextOpen(ASKED, some, 0)).toBe(1);
  expect(nextOpen(ASKED, answered(some, "leak", { value: "no" }), 2)).toBe(2);
  expect(told(some).map(({ question }) => question)).toEqual(["right"]);
});

test("words say no more than the pairs do", () => {
  const found = (some: Partial<QuestionAgreement>): QuestionAgreement => ({
    id: "q",
    text: "Q?",
    kind: "yes_no",
    of: 40,
    same: { value: 0.9, low: 0.8, high: 0.95, of: 40 },
    kappa: { value: 0.9, low: 0.82, high: 0.97 },
    alpha: null,
    enough: "good",
    needed: null,
    ...some,
  });
  expect(agreementInWords(found({}))).toBe("They agree well.");
  expect(agreementInWords(found({ of: 12, enough: "few", needed: 60 }))).toBe(
    "Too few pairs to say: 12 of about 60 needed.",
  );
  const unsure = found({ kappa: { value: 0.7, low: 0.45, high: 0.9 }, needed: 90 });
  expect(agreementInWords(unsure)).toBe(
    "Not sure: they may agree somewhat, or agree well. About 90 pairs would tell.",
  );
  const rare = { value: 0, low: 0, high: 0, of: 16 };
  expect(agreementInWords(found({ kappa: rare, same: { value: 0.94, low: 0.72, high: 0.99, of: 16 } }))).toBe(
    "They nearly always said the same. So few answers differ that chance alone might do that.",
  );
  expect(agreementInWords(found({ kappa: rare, same: { value: 0.6, low: 0.4, high: 0.8, of: 16 } }))).toBe(
    "They hardly agree beyond chance.",
  );
  expect(agreementInWords(found({ of: 0 }))).toBe("No pair yet.");
  expect(rangeInWords({ value: 90, low: null, high: null, of: 1 })).toBe("from 1");
});

test("weeks without an assessment stand in the line, too", () => {
  const week = (begins: string): Scores["weeks"][number] => ({ begins, score: null, failed: null, of: 1 });
  expect(weeksOf([week("2026-11-02"), week("2026-11-16")]).map(({ bucket }) => bucket)).toEqual([
    { from: "2026-11-02", to: "2026-11-08" },
    { from: "2026-11-09", to: "2026-11-15" },
    { from: "2026-11-16", to: "2026-11-22" },
  ]);
});

test("a card in the making says what it lacks", () => {
  expect(hindrance(EXAMPLE)).toBeNull();
  expect(hindrance({ ...EXAMPLE, name: " " })).toBe("Give the scorecard a name.");
  expect(hindrance({ ...EXAMPLE, sections: [{ id: "", title: "A", questions: [] }] })).toBe(
    "Each section needs a question.",
  );
  expect(shareOf([{ id: "s", title: "All", questions: ASKED }], ASKED[0] as Question)).toBe(60);
  expect(shifted(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
  expect(shifted(["a", "b"], 0, -1)).toEqual(["a", "b"]);
});

test("a scorecard is filled in by keys alone, with a quoted message", async () => {
  await open("/assess/asm_1");
  await until(() => says("On its way."));
  await until(() => api.sent("POST assessments/asm_1/take").length > 0);
  await press("1");
  await press("k");
  await press("q");
  const line = await until(() =>
    [...document.querySelectorAll("button")].find((one) => one.textContent?.includes("On its way.")),
  );
  await act(async () => line.click());
  await press("j");
  await press("2");
  await press("4");
  expect(says("95")).toBe(true);
  const done = await until(() => button("Done"));
  await act(async () => done.click());
  await until(() => api.sent("PUT assessments/asm_1").length > 0);
  expect(api.sent("PUT assessments/asm_1").at(-1)).toEqual({
    answers: [
      { question: "right", value: "yes", quote_seq: 2, note: "" },
      { question: "leak", value: "no", quote_seq: null, note: "" },
      { question: "kind", value: "4", quote_seq: null, note: "" },
    ],
    comment: "",
    done: true,
  });
});

test("what a second person is still to say stays hidden", async () => {
  api.on("GET assessments/asm_1", {
    body: whole({
      state: "done",
      sealed: true,
      may: { assess: false, put_back: false, decide: false, add: false, reply: false },
    }),
  });
  await open("/assess/asm_1");
  await until(() => says("Hidden until a second person has said the same, blind."));
  expect(says("Was it right?")).toBe(false);
});

test("an agent has one tab, reads the own one, and does not agree", async () => {
  const answers = ASKED.map(({ id }) => ({
    question: id,
    value: id === "kind" ? "2" : "no",
    worth: 0,
    quote_seq: null,
    note: null,
  }));
  const own = whole({
    state: "done",
    score: 40,
    answers,
    comment: "Look at the card.",
    reviewer: { id: "agt_9", name: "Sue" },
    may: { assess: false, put_back: false, decide: false, add: false, reply: true },
  });
  api.on(
    "GET assessments/mine",
    page([{ ...row, state: "done", score: 40 }], { counts: { of: 1, new: 1 }, notes: [] }),
  );
  api.on("GET assessments/asm_1", { body: own });
  api.on("PUT assessments/asm_1/reply", { body: { ...own, dispute: "open" } });
  await open("/mine", AGENT);
  await until(() => says("1 you have not looked at."));
  expect(document.querySelector('nav[aria-label="Parts of the quality"]')).toBeNull();
  const link = await until(() =>
    document.querySelector<HTMLAnchorElement>('a[href="/console/quality/mine/asm_1"]'),
  );
  await act(async () => link.click());
  await until(() => says("Look at the card."));
  expect(button("Done")).toBeUndefined();
});
