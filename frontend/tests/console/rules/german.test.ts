import { afterAll, beforeAll, expect, test } from "vitest";
import type { Condition, Rule } from "../../../src/console/api/rules";
import { speak } from "../../../src/console/shell/language";
import { catalogue, counted, rule } from "./company";

beforeAll(() => speak("de"));
afterAll(() => speak("en"));

const anger: Condition = { fact: "signal.anger", operator: "at_least", value: 0.7 };
const late: Condition = { fact: "clock", operator: "between", value: ["18:00", "08:00"] };

test("a rule is a German sentence, and each part of it still knows its place", async () => {
  const { sentence, textOf, valueInWords } = await import("../../../src/console/rules/document/words");
  const reads = (change: Partial<Rule>) => textOf(sentence(rule(change), catalogue));
  expect(reads({ when: { all: [anger, { not: late }] } })).toMatch(
    /^Wenn gilt: anger ist mindestens high und time liegt nicht zwischen 18:00 und 08:00, dann übergeben an Customer care\.$/,
  );
  expect(reads({ when: { not: { any: [anger, late] } }, does: "mark", tags: ["vip", "spät"] })).toMatch(
    /^Wenn gilt: nichts davon: \(anger .* oder time .*\), dann Schlagwort setzen: vip und spät\.$/,
  );
  const places = sentence(rule({ when: anger }), catalogue).map(({ place }) => place);
  expect(places.filter(Boolean)).toEqual(["when.fact", "when.value", "team"]);
  expect(valueInWords(true, undefined, "boolean")).toBe("ja");
});

test("figures, counts and spans are written as in German", async () => {
  const { handedOver, inShort } = await import("../../../src/console/rules/panel/counting");
  const found = counted(31);
  expect(handedOver({ conversations: 1_300, before: { ...found.before, handed_over: 75 } })).toBe(
    "75 von 1.300 Gesprächen übergeben",
  );
  expect(inShort({ ...found, no_longer: { count: 3, conversations: [] } })).toBe(
    "31 neu übergeben, 3 nicht mehr",
  );
  const { secondsInWords, valueInWords } = await import("../../../src/console/reports/figures/words");
  expect(secondsInWords(3_900)).toBe("1 Std. 5 Min.");
  expect(valueInWords(0.843, { unit: "share" })).toBe("84\u00a0%");
  const { changeInWords } = await import("../../../src/console/rules/quality/words");
  const half = { value: 0.5, low: 0.4, high: 0.6, of: 30 };
  expect([0.49, 0.47].map((was) => changeInWords(half, was, 90))).toEqual([
    "1 Punkt mehr als in den 90 Tagen davor",
    "3 Punkte mehr als in den 90 Tagen davor",
  ]);
});
