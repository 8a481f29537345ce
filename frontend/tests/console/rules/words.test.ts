import { expect, test } from "vitest";
import type { Condition, Rule } from "../../../src/console/api/rules";
import { blank, templates } from "../../../src/console/rules/add/templates";
import { denied, factOf, sentence, textOf } from "../../../src/console/rules/document/words";
import { firstComparison, withOperator } from "../../../src/console/rules/edit/defaults";
import { found, plainList } from "../../../src/console/rules/pick/options";
import { catalogue, rule } from "./company";

const words = (change: Partial<Rule>): string => textOf(sentence(rule(change), catalogue));
const plan = { fact: "customer.plan", operator: "is", value: "business" };

test.each<[Partial<Rule>, string]>([
  [{}, "When anger is at least high, hand over to Customer care."],
  [{ when: { fact: "signal.anger", operator: "at_least", value: 0.62 } }, "When anger is at least 62%"],
  [{ when: { fact: "signal.anger", operator: "at_least", value: 0.5 } }, "When there is some anger, "],
  [{ when: { not: { fact: "customer.plan", operator: "one_of", value: ["basic"] } } }, "plan is not basic"],
  [{ team: null, priority: "urgent" }, "hand over to any team, urgent."],
  [{ when: { all: [plan, { not: plan }] } }, "When plan is business and plan is not business"],
  [{ when: { all: [plan, { any: [plan, plan] }] } }, "and (plan is business or plan is business)"],
  [{ when: { not: { any: [plan, plan] } } }, "When none of (plan is business or plan is business)"],
  [
    { when: { fact: "customer.plan", operator: "one_of", value: ["business", "basic"] } },
    "is one of business or basic",
  ],
  [
    { when: { fact: "clock", operator: "between", value: ["18:00", "08:00"] } },
    "time is between 18:00 and 08:00",
  ],
  [{ does: "mark", tags: ["vip"], notify: ["agt_1"] }, ", mark it vip, and tell Maya."],
  [{ does: "mark" }, ", do nothing yet."],
  [
    { does: "ask_approval", skill: "Italian" },
    "hold the answer for a yes of Customer care, to somebody who knows Italian.",
  ],
  [{ when: { fact: "customer.gone", operator: "is", value: true } }, "When gone is yes"],
])("%j reads: %s", (change, expected) => {
  expect(words(change)).toContain(expected);
});

test("operators are denied in words", () => {
  expect(denied("is", "is")).toBe("is not");
  expect(denied("one_of", "is one of")).toBe("is none of");
  expect(denied("contains", "contains")).toBe("not: contains");
});

test("a new comparison begins with a value that fits, and keeps it where another operator takes it", () => {
  const entry = factOf(catalogue, "customer.plan");
  if (!entry) throw new Error("no plan");
  const first = firstComparison(entry);
  expect(first).toEqual(plan);
  const many = withOperator(first, entry, "one_of");
  expect(many).toEqual({ fact: "customer.plan", operator: "one_of", value: ["business"] });
  expect(withOperator(many, entry, "is")).toEqual(plan);
  const anger = factOf(catalogue, "signal.anger");
  expect(anger && firstComparison(anger)).toEqual({ fact: "signal.anger", operator: "fires" });
  expect(anger && withOperator({ fact: "signal.anger", operator: "fires" }, anger, "at_least").value).toBe(
    0.7,
  );
});

test("options are found by all words of what is sought, also by the name of their group", () => {
  const groups = [
    { name: "Customer", options: [{ value: "p", label: "Plan" }] },
    ...plainList([{ value: "x", label: "X" }]),
  ];
  expect(found(groups, "cust pl").flatMap(({ options }) => options.map(({ value }) => value))).toEqual(["p"]);
  expect(found(groups, "")).toHaveLength(2);
});

test("templates speak only of what the company has, and all say something to the customer", () => {
  const facts = new Set(catalogue.facts.map(({ fact }) => fact));
  const seen: string[] = [];
  const look = (condition: Condition): void => {
    if ("fact" in condition) seen.push(condition.fact);
    else if ("not" in condition) look(condition.not);
    else for (const part of "all" in condition ? condition.all : condition.any) look(part);
  };
  const offered = templates(catalogue);
  for (const one of [...offered.map((template) => template.rule), blank(catalogue)]) {
    look(one.when);
    expect(one.say.en).toBeTruthy();
  }
  expect(offered.length).toBeGreaterThan(1);
  expect(seen.filter((fact) => !facts.has(fact))).toEqual([]);
});
