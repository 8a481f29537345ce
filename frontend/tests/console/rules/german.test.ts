import { afterAll, beforeAll, expect, test } from "vitest";
import type { Condition, Rule } from "../../../src/console/api/rules";
import { speak } from "../../../src/console/shell/language";
import { catalogue, rule } from "./company";

beforeAll(() => speak("de"));
afterAll(() => speak("en"));

const anger: Condition = { fact: "signal.anger", operator: "at_least", value: 0.7 };
const late: Condition = { fact: "clock", operator: "between", value: ["18:00", "08:00"] };

test("a rule is a German sentence, its verbs last, and each part of it still knows its place", async () => {
  const { sentence, textOf, valueInWords } = await import("../../../src/console/rules/document/words");
  const reads = (change: Partial<Rule>) => textOf(sentence({ ...rule("Eine"), ...change }, catalogue));
  expect(reads({ when: { all: [anger, { not: late }] } })).toMatch(
    /^Wenn anger mindestens high ist und time nicht zwischen 18:00 und 08:00 liegt, an Customer care übergeben\.$/,
  );
  expect(reads({ when: { not: { any: [anger, late] } }, does: "mark", tags: ["vip", "spät"] })).toMatch(
    /^Wenn nichts davon gilt \(anger .* oder time .*\), mit vip und spät markieren\.$/,
  );
  const places = sentence({ ...rule("Eine"), when: anger }, catalogue).map(({ place }) => place);
  expect(places.filter(Boolean)).toEqual(["when.fact", "when.value", "team"]);
  expect(valueInWords(true, undefined, "boolean")).toBe("ja");
});

test("figures, counts and spans are written as in German", async () => {
  const { inThirtyDays } = await import("../../../src/console/rules/book/RuleRow");
  expect([0, 1, 1234].map(inThirtyDays)).toEqual([
    "In 30 Tagen nicht ein Mal",
    "Ein Mal in 30 Tagen",
    "1.234 Mal in 30 Tagen",
  ]);
  const { secondsInWords, valueInWords } = await import("../../../src/console/reports/figures/words");
  expect(secondsInWords(3_900)).toBe("1 Std. 5 Min.");
  expect(valueInWords(0.843, { unit: "share" })).toBe("84\u00a0%");
  const { summaryOf } = await import("../../../src/console/reports/klarna/words");
  expect(summaryOf({ costs_trust: 1, watch: 0, works: 5, unclear: 0, too_few: 0, people: 0 })).toBe(
    "1 Thema kostet Vertrauen, 5 laufen gut.",
  );
});
