/** Rules to begin with: each as far as this company's facts and people allow it; pure. */

import { t } from "@lingui/core/macro";
import type { Catalogue, Condition, Rule } from "../../api/rules";
import { factOf } from "../document/words";
import { firstComparison } from "../edit/defaults";

export interface Template {
  title: string;
  rule: Rule;
}

interface Sketch extends Pick<Rule, "name" | "when" | "label" | "reason"> {
  title: string;
  trigger?: string;
  change?: Partial<Rule>;
}

export const OWN = "own";
const NIGHT = ["18:00", "08:00"];
const WORDS = { en: "I'm passing you to a colleague. They can read everything above." };

function ruleOf({ name, when, label, reason, trigger = OWN, change }: Sketch, catalogue: Catalogue): Rule {
  const say = catalogue.words[trigger] ?? catalogue.words[OWN] ?? WORDS;
  return {
    name,
    trigger,
    label,
    on: true,
    when,
    does: "hand_over",
    team: catalogue.teams[0] ?? null,
    skill: null,
    priority: "normal",
    tags: [],
    notify: [],
    say: { ...say },
    reason,
    ...change,
  };
}

/** All facts that a condition looks at. */
function factsIn(condition: Condition): string[] {
  if ("not" in condition) return factsIn(condition.not);
  if ("fact" in condition) return [condition.fact];
  return ("all" in condition ? condition.all : condition.any).flatMap(factsIn);
}

const attribute = (catalogue: Catalogue): Condition | null => {
  const entry = catalogue.facts.find(({ fact, choices }) => fact.startsWith("customer.") && choices?.length);
  return entry ? { fact: entry.fact, operator: "is", value: entry.choices?.[0]?.value ?? "" } : null;
};

const atLeast = (fact: string, value: number): Condition => ({ fact, operator: "at_least", value });

function sketches(catalogue: Catalogue): Sketch[] {
  const mine = attribute(catalogue);
  const topic = factOf(catalogue, "topic");
  const called = topic?.choices?.[0]?.label ?? "";
  const found: (Sketch | null)[] = [
    mine && {
      title: t`Some customers get a person sooner`,
      name: t`Upset customers who matter most`,
      trigger: "anger",
      label: t`Anger or frustration`,
      when: { all: [atLeast("signal.anger", 0.5), mine] },
      reason: t`A customer who matters most is upset.`,
      change: { priority: "urgent" },
    },
    {
      title: t`Who gets angrier while they talk`,
      name: t`The mood turns`,
      trigger: "anger",
      label: t`The customer gets angrier`,
      when: atLeast("rise.anger", 0.3),
      reason: t`The customer gets angrier with every message.`,
      change: { priority: "high" },
    },
    topic?.choices?.length
      ? {
          title: t`One topic goes to one team`,
          name: t`Questions about ${called}`,
          label: t`About ${called}`,
          when: firstComparison(topic),
          reason: t`A person answers questions about this topic.`,
        }
      : null,
    {
      title: t`Long conversations`,
      name: t`It has taken long enough`,
      label: t`A long conversation`,
      when: atLeast("count.customer_messages", 8),
      reason: t`The customer has written eight messages, and it is not solved.`,
    },
    {
      title: t`Mails are checked before they go`,
      name: t`Answers by mail are checked`,
      label: t`Answer by mail`,
      when: { fact: "channel", operator: "is", value: "email" },
      reason: t`Answers by mail wait for somebody's yes.`,
      change: { does: "ask_approval" },
    },
    {
      title: t`Languages that nobody here writes`,
      name: t`A language that we do not write`,
      label: t`Another language`,
      when: { not: { fact: "language", operator: "one_of", value: catalogue.languages } },
      reason: t`The customer writes a language in which there are no articles.`,
    },
    {
      title: t`Nights and weekends are marked`,
      name: t`Written at night or on a weekend`,
      label: t`Outside the day`,
      when: {
        any: [
          { fact: "clock", operator: "between", value: NIGHT },
          { fact: "weekday", operator: "one_of", value: ["saturday", "sunday"] },
        ],
      },
      reason: t`It was written at night or on a weekend.`,
      change: { does: "mark", tags: [t`out of hours`] },
    },
    {
      title: t`Distress, at the slightest sign`,
      name: t`The slightest sign of distress`,
      trigger: "distress",
      label: t`Distress`,
      when: atLeast("signal.distress", 0.25),
      reason: t`The customer may be in distress.`,
      change: { priority: "urgent", notify: ["supervisors"] },
    },
  ];
  return found.filter((sketch) => sketch !== null);
}

export function templates(catalogue: Catalogue): Template[] {
  const known = new Set(catalogue.facts.map(({ fact }) => fact));
  return sketches(catalogue)
    .filter(({ when }) => factsIn(when).every((fact) => known.has(fact)))
    .map((sketch) => ({ title: sketch.title, rule: ruleOf(sketch, catalogue) }));
}

/** A rule with nothing in it but the first of the facts. */
export function blank(catalogue: Catalogue): Rule {
  const [first] = catalogue.facts;
  const when = first ? firstComparison(first) : { fact: "language", operator: "is", value: "en" };
  return ruleOf(
    {
      title: "",
      name: t`A new rule`,
      label: t`Own rule`,
      when,
      reason: t`A rule of ours asks for a person.`,
    },
    catalogue,
  );
}
