/** The bench and the gaps in words. */

import { describe, expect, it } from "vitest";
import type { BenchCase, BenchResult, BenchRun, Verdict } from "../../src/console/api/learning";
import {
  cameInWords,
  causeInWords,
  diffInWords,
  expectedInWords,
} from "../../src/console/knowledge/bench/words";
import { questionsInWords, shareOf, sinceInWords } from "../../src/console/knowledge/gaps/words";

const counts = (some: Partial<Record<Verdict, number>>): Record<Verdict, number> => ({
  better: 0,
  worse: 0,
  changed: 0,
  same: 0,
  new: 0,
  ...some,
});

const asked = (some: Partial<BenchCase>): BenchCase => ({
  id: "bnc_1",
  lines: [{ role: "customer", text: "When?" }],
  question: "When?",
  expected: "article",
  article: null,
  trigger: null,
  trigger_label: null,
  note: "",
  from_conversation: null,
  created_at: "2026-11-22T10:00:00Z",
  ...some,
});

const came = (some: Partial<BenchResult>): BenchResult => ({
  outcome: "article",
  article: null,
  trigger: null,
  trigger_label: null,
  text: "",
  confidence: null,
  passed: false,
  ...some,
});

const HOURS = { id: "art_1", title: "Opening hours", removed: false };

describe("a case in words", () => {
  it("names the article, or why a person gets it", () => {
    expect(expectedInWords(asked({ article: HOURS }))).toBe("Opening hours");
    expect(expectedInWords(asked({ expected: "handover", trigger: "anger" }))).toBe(
      "A person: Anger or frustration",
    );
    expect(expectedInWords(asked({ expected: "handover" }))).toBe("A person gets it");
    expect(cameInWords(came({ article: HOURS }))).toBe("Opening hours");
    expect(cameInWords(came({ outcome: "unsure" }))).toBe("Does not know");
  });

  it("names a trigger that only the server knows", () => {
    expect(cameInWords(came({ outcome: "handover", trigger: "x", trigger_label: "Uncited money" }))).toBe(
      "A person: Uncited money",
    );
  });
});

describe("a run in words", () => {
  it("says first what got worse", () => {
    expect(diffInWords(counts({ better: 2, worse: 1, same: 9 }))).toBe("1 worse, 2 better");
    expect(diffInWords(counts({ changed: 1 }))).toBe("1 answer in other words");
    expect(diffInWords(counts({ same: 4 }))).toBe("Nothing gets better or worse");
  });

  it("says what was tried", () => {
    const run = (change: BenchRun["change"]) => causeInWords({ cause: "draft", change } as BenchRun);
    expect(run({ article_id: "art_1", removed: true })).toBe("Tried without an article");
    expect(run({ fields: { title: "New" } })).toBe("A new article tried");
    expect(run({ article_id: "art_1", fields: { title: "New" } })).toBe("A change tried");
    expect(run({ settings: { threshold: 0.5 } })).toBe("Other settings tried");
  });
});

describe("a gap in words", () => {
  it("says what became of the questions, what hurt most first", () => {
    expect(questionsInWords({ questions_count: 3, outcomes: { handover: 2, left: 1 } })).toBe(
      "3 questions: 1 left without an answer, 2 reached a person",
    );
    expect(questionsInWords({ questions_count: 1, outcomes: { corrected: 1 } })).toBe(
      "1 question, answered wrongly",
    );
    expect(questionsInWords({ questions_count: 2, outcomes: { unsure: 2 } })).toBe(
      "2 questions, all not answered",
    );
    expect(questionsInWords({ questions_count: 0, outcomes: {} })).toBe("0 questions");
  });

  it("says what the answer did", () => {
    expect(sinceInWords({ asked: 0, answered: 0 })).toBe("Nobody has asked since.");
    expect(sinceInWords({ asked: 1, answered: 1 })).toBe("Asked once since, and answered.");
    expect(sinceInWords({ asked: 5, answered: 4 })).toBe("4 of 5 asked since were answered.");
  });

  it("draws the worst as a whole bar", () => {
    expect(shareOf(2, 4)).toBe(0.5);
    expect(shareOf(0, 0)).toBe(0);
  });
});
