import { useState } from "react";
import { expect, test } from "vitest";
import type { Decision, Signal } from "../../src/console/desk/wire";
import {
  courseInWords,
  inSentences,
  loudAndQuiet,
  moodOf,
  turnedAt,
} from "../../src/console/inbox/decision/reasons";
import Why from "../../src/console/inbox/decision/Why";
import { me } from "./cast";
import { button, click, says, show } from "./stage";

const signal = (name: string, value: number): Signal => ({
  name,
  label: name === "anger" ? "Anger or frustration" : name,
  value,
  threshold: 0.5,
  evidence: value >= 0.25 ? [{ text: "for weeks", seq: 5, start: 0, end: 9 }] : [],
});
const ANGRY: Decision = {
  id: "dec_1",
  asked_seq: 5,
  answer_seq: 6,
  action: "handover",
  trigger: "anger",
  label: "Anger or frustration",
  rule: { name: "An upset customer gets a person", version: 3 },
  rules_version: 3,
  signals: [signal("loop", 0.31), signal("anger", 0.84), signal("upsell", 0.02)],
  considered: {
    fired: [
      {
        rule: "An upset customer gets a person",
        trigger: { name: "anger", label: "Anger or frustration" },
        does: "hand_over",
      },
      { rule: "Angry ones are tagged", trigger: { name: "own", label: "A rule of your own" }, does: "mark" },
    ],
    nearly: [
      {
        rule: "No talking in circles",
        trigger: { name: "loop", label: "Goes in circles" },
        lacks: [
          {
            fact: "signal.loop",
            was: 0.41,
            operator: "at_least",
            needed: 0.5,
            words: "Goes in circles 41% of the 50% needed",
          },
        ],
      },
    ],
  },
  courses: {
    anger: [
      { seq: 1, value: 0.12 },
      { seq: 3, value: 0.2 },
      { seq: 5, value: 0.84 },
    ],
  },
  models: [{ name: "signals", label: "Signals", version: "3f2a91c04b77" }],
  confidence: null,
  guided: null,
  created_at: "2026-01-02T12:00:00Z",
};

test("what fired and what nearly did is told in words with its numbers, and every quote leads to its message", async () => {
  const jumped: number[] = [];
  await show(<Why decision={ANGRY} onJump={(seq) => jumped.push(seq)} />, {
    as: me(),
    path: "/console/inbox/all/conv_1",
  });
  expect(says("Rule “An upset customer gets a person”, version 3.")).toBe(true);
  expect(says("No talking in circles")).toBe(true);
  expect(says("Goes in circles 41% of the 50% needed")).toBe(true);
  expect(says("Anger or frustration rose from 12% to 84% over 3 messages")).toBe(true);
  expect(says("3f2a91c04b77")).toBe(true);
  expect(says("1 quiet signal")).toBe(true);
  await click("Show where it rose");
  await click("Show the message");
  expect(jumped).toEqual([5, 5]);
  expect(button("“for weeks”")).toBeTruthy();
  expect(says("Also held")).toBe(true);
  expect(says("Angry ones are taggedmarks")).toBe(true);
  expect(says("hands over")).toBe(false);
});

test("a decision without a rule says so", () => {
  const bare = { ...ANGRY, rule: null };
  expect(inSentences({ ...bare, action: "answer", confidence: 0.71 })).toBe(
    "No rule spoke up. The assistant was 71% confident of its own answer.",
  );
  expect(inSentences({ ...bare, label: "The assistant is off", action: "off" })).toBe(
    "No rule decided this: The assistant is off.",
  );
});

test("quiet signals stand back", () => {
  const { loud, quiet } = loudAndQuiet(ANGRY.signals);
  expect(loud.map((one) => one.name)).toEqual(["anger", "loop"]);
  expect(quiet.map((one) => one.name)).toEqual(["upsell"]);
});

test("a mood has a line only where it was heard over several messages", () => {
  expect(moodOf(ANGRY)?.steps).toHaveLength(3);
  expect(moodOf({ ...ANGRY, courses: { anger: [{ seq: 5, value: 0.9 }] } })).toBeNull();
  expect(
    moodOf({
      ...ANGRY,
      courses: {
        anger: [
          { seq: 1, value: 0.1 },
          { seq: 3, value: 0.1 },
        ],
      },
    }),
  ).toBeNull();
  expect(moodOf({ ...ANGRY, courses: {} })).toBeNull();
});

test("a course in words, and where it turned", () => {
  const steps = ANGRY.courses?.anger ?? [];
  expect(turnedAt(steps)).toBe(5);
  expect(turnedAt(steps.slice(0, 2))).toBeNull();
  expect(courseInWords("Anger", [...steps].reverse())).toBe("Anger fell from 84% to 12% over 3 messages");
  expect(courseInWords("Anger", steps.slice(0, 1).concat(steps.slice(0, 1)))).toBe(
    "Anger stayed at about 12% over 2 messages",
  );
});

const scrolls = () => Promise.resolve() as unknown as undefined;

function Page() {
  const [open, setOpen] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setOpen(false)}>
        Another
      </button>
      {open && <Why decision={ANGRY} onJump={() => undefined} onShown={scrolls} />}
    </>
  );
}

test("a browser whose scrolling answers with a promise does not break the page once the reasons are closed", async () => {
  const failed: unknown[] = [];
  const note = (event: ErrorEvent) => failed.push(event.error);
  addEventListener("error", note);
  await show(<Page />, { as: me(), path: "/console/inbox/all/conv_1" });
  await click("Another");
  removeEventListener("error", note);
  expect(failed).toEqual([]);
  expect(button("Another")).toBeDefined();
});
