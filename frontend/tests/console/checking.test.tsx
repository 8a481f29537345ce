import { expect, test } from "vitest";
import type { Draft } from "../../src/console/desk/wire";
import HeldAnswer from "../../src/console/inbox/checking/HeldAnswer";
import { suggestionFor, unansweredSeq } from "../../src/console/inbox/composer/useSuggestion";
import { timeLeft } from "../../src/console/inbox/waiting";
import { inWords, line } from "../../src/console/settings/assistant/threshold/shares";
import { applyEvents, threadOf } from "../../src/shared/thread";
import { ASSISTANT, CAROL, MAYA, me, said } from "./cast";
import { button, click, says, show, type } from "./stage";

const at = (time: string) => `2026-01-02T${time}Z`;
const NOON = Date.parse(at("12:00:00"));
const HELD: Draft = {
  id: "drf_1",
  conversation_id: "conv_1",
  kind: "held",
  state: "waiting",
  text: "Two days.",
  html: "<p>Two days.</p>",
  sources: [],
  confidence: 0.83,
  reason: "Every answer waits for a person here.",
  due_at: at("12:03:00"),
  asked: { seq: 1, text: "How long?" },
  decided_by: null,
  answer_seq: null,
  created_at: at("12:00:00"),
  act: null,
};
const REFUND: Draft = {
  ...HELD,
  text: "Done: £150.00 is on its way back to you.",
  html: "<p>Done: £150.00 is on its way back to you.</p>",
  act: {
    skill: { name: "refund", label: "Refund" },
    kind: "refund",
    subject: "LC-104233",
    amount: "150.00",
    currency: "GBP",
    because: "Within the refund policy: at most 250.00.",
    waits: "Refunds from 100.00 need an agent's yes.",
    email: "carol@example.org",
  },
};

async function open(mayDecide = true, draft: Draft = HELD): Promise<string[]> {
  const done: string[] = [];
  const actions = {
    approve: (text?: string) => done.push(`approve ${text ?? ""}`),
    reject: (reason: string) => done.push(`reject ${reason}`),
    busy: false,
  };
  await show(<HeldAnswer draft={draft} actions={actions} mayDecide={mayDecide} />, {
    as: me(),
    path: "/console/inbox/held",
  });
  return done;
}

test("a held answer is approved as it is", async () => {
  const done = await open();
  expect(says("Two days.")).toBe(true);
  expect(says("83% confident")).toBe(true);
  await click("Approve and send");
  expect(done).toEqual(["approve "]);
});

test("it is sent in other words, or left as it was", async () => {
  const done = await open();
  await click("Edit");
  await type("The answer in your words", "Three days.");
  await click("Send the edited answer");
  expect(done).toEqual(["approve Three days."]);
  await click("Cancel");
  expect(button("Approve and send")).toBeDefined();
});

test("a rejection says what happens, and takes a reason", async () => {
  const done = await open();
  await click("Reject");
  expect(says("You take the conversation and answer yourself.")).toBe(true);
  await type("What is wrong with it?", "It is about bicycles.");
  await click("Reject and take over");
  expect(done).toEqual(["reject It is about bicycles."]);
});

test("an approval of a refund tells what, how much, for whom, why it waits and by which policy", async () => {
  const done = await open(true, REFUND);
  for (const told of [
    "150.00",
    "LC-104233",
    "carol@example.org, proven",
    "need an agent's yes",
    "at most 250.00",
  ]) {
    expect(says(told), told).toBe(true);
  }
  await click("Approve and do it");
  await click("Decline");
  await type("Why not?", "The photo shows another bike.");
  await click("Decline and take over");
  expect(done).toEqual(["approve ", "reject The photo shows another bike."]);
});

test("who only reads sees it and decides nothing", async () => {
  await open(false);
  expect(says("Two days.")).toBe(true);
  expect(button("Approve and send")).toBeUndefined();
});

test("time left is told in words", () => {
  expect(timeLeft(at("12:03:00"), NOON)).toBe("in 3 minutes");
  expect(timeLeft(at("12:01:10"), NOON)).toBe("in 1 minute");
  expect(timeLeft(at("12:00:20"), NOON)).toBe("in less than a minute");
  expect(timeLeft(at("11:59:00"), NOON)).toBe("now");
});

test("a suggestion counts while it answers the newest words", () => {
  const fold = (...events: Parameters<typeof applyEvents>[1]) => applyEvents(threadOf("conv_1"), events);
  const suggested: Draft = { ...HELD, kind: "suggested", asked: { seq: 2, text: "How long?" } };
  const asked = fold(said(1, ASSISTANT, at("11:00:00")), said(2, CAROL, at("12:00:00")));
  expect(unansweredSeq(asked)).toBe(2);
  expect(suggestionFor(suggested, asked)).toBe("Two days.");
  expect(suggestionFor(HELD, asked)).toBeNull();
  const answered = applyEvents(asked, [said(3, MAYA, at("12:01:00"))]);
  expect(unansweredSeq(answered)).toBeNull();
  expect(suggestionFor(suggested, answered)).toBeNull();
});

test("what another threshold would mean is told in a sentence", () => {
  const was = { answered: 0.7, right: 0.95 };
  const tried = { threshold: 0.4, answered: 0.8, right: 0.91 };
  const moved = { count: 0, conversations: [] };
  const found = {
    chosen: null,
    drawn: 0.5,
    used: 0.5,
    at: 0.4,
    questions: 40,
    curve: [],
    was,
    tried,
    newly_answered: moved,
    no_longer_answered: moved,
  };
  expect(inWords(found)).toBe(
    "80% of 40 questions of the last 30 days would have been answered. About 91% of those answers are expected to be right. It was 70%, 95% right.",
  );
  expect(inWords({ ...found, at: 0.5, tried: { threshold: 0.5, ...was } })).toContain(
    "70% of 40 questions of the last 30 days were sure enough.",
  );
  expect(inWords({ ...found, questions: 0 })).toBe("There is nothing to compare with yet.");
});

test("shares become the points of a line, without those that are none", () => {
  expect(
    line([
      { threshold: 0, share: 1 },
      { threshold: 0.5, share: 0.25 },
      { threshold: 1, share: null },
    ]),
  ).toBe("0.0,0.0 50.0,75.0");
});
