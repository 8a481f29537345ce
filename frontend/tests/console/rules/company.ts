/** A small company's rules, and what may be said in one there. */

import type {
  Catalogue,
  Counted,
  FactEntry,
  Rule,
  RuleDraft,
  RulesInForce,
} from "../../../src/console/api/rules";

const NUMERIC = ["at_least", "at_most"] as const;
const LABELS = { at_least: "is at least", at_most: "is at most" };

const fact = (name: string, change: Partial<FactEntry>): FactEntry => ({
  fact: name,
  group: "Signals",
  label: name,
  description: "",
  operators: [],
  choices: null,
  levels: null,
  languages: null,
  ...change,
});

const signal = (name: string, label: string): FactEntry =>
  fact(`signal.${name}`, {
    label,
    operators: [
      { operator: "fires", label: "is noticed", value: "none" },
      ...NUMERIC.map((operator) => ({ operator, label: LABELS[operator], value: "share" as const })),
    ],
    levels: [
      { value: 0.5, label: "some" },
      { value: 0.7, label: "high" },
    ],
    languages: ["en", "de"],
  });

export const catalogue: Catalogue = {
  facts: [
    signal("anger", "anger"),
    signal("distress", "distress"),
    fact("customer.plan", {
      group: "Customer",
      label: "plan",
      operators: [
        { operator: "is", label: "is", value: "choice" },
        { operator: "one_of", label: "is one of", value: "choices" },
      ],
      choices: [
        { value: "business", label: "business" },
        { value: "basic", label: "basic" },
      ],
    }),
    fact("count.customer_messages", {
      group: "Counts",
      label: "messages of the customer",
      operators: NUMERIC.map((operator) => ({ operator, label: LABELS[operator], value: "number" })),
    }),
    fact("clock", {
      group: "When",
      label: "time",
      operators: [{ operator: "between", label: "is between", value: "clock_range" }],
    }),
  ],
  triggers: [
    { value: "distress", label: "Distress", description: "", protective: true },
    { value: "asks_human", label: "Asks for a person", description: "", protective: true },
    { value: "anger", label: "Anger", description: "", protective: false },
    { value: "own", label: "A reason of your own", description: "", protective: false },
  ],
  does: [
    { value: "hand_over", label: "Hand over", description: "" },
    { value: "ask_approval", label: "Ask for a yes", description: "" },
    { value: "mark", label: "Only mark", description: "" },
  ],
  priorities: ["normal", "high", "urgent"].map((value) => ({ value, label: value })),
  teams: ["Customer care", "Retention"],
  skills: [],
  people: [{ value: "agt_1", label: "Maya" }],
  languages: ["en", "de"],
  words: { anger: { en: "I am sorry." }, own: { en: "A colleague takes over." } },
};

export const rule = (change: Partial<Rule> = {}): Rule => ({
  name: "Upset",
  trigger: "anger",
  label: "Anger",
  on: true,
  when: { fact: "signal.anger", operator: "at_least", value: 0.7 },
  does: "hand_over",
  team: "Customer care",
  skill: null,
  priority: "normal",
  tags: [],
  notify: [],
  say: { en: "I am sorry." },
  reason: "The customer is angry.",
  ...change,
});

export const distress = rule({
  name: "Gentle",
  trigger: "distress",
  when: { fact: "signal.distress", operator: "fires" },
});
export const long = rule({
  name: "Long",
  trigger: "own",
  when: { fact: "count.customer_messages", operator: "at_least", value: 8 },
});

export const inForce = (rules: Rule[], draft: RuleDraft | null = null): RulesInForce => ({
  version: 4,
  published_at: "2026-11-01T10:00:00Z",
  published_by: "Maya",
  note: "",
  document: { format: 1, rules },
  rules: rules.map(({ name, trigger, label, on = true, does = "hand_over" }) => ({
    name,
    trigger,
    label,
    on,
    does,
    sentence: `Sentence of ${name}`,
    parts: [{ text: `Sentence of ${name}`, strong: false }],
    protective: trigger === "distress",
    fired_30_days: 3,
  })),
  problem: null,
  draft,
});

export const draftOf = (rules: Rule[], change: Partial<RuleDraft> = {}): RuleDraft => ({
  revision: 1,
  document: { format: 1, rules },
  changed_at: new Date().toISOString(),
  changed_by: "Ben",
  changed_by_id: "agt_2",
  based_on: 4,
  problems: [],
  warnings: [],
  sentences: rules.map(() => null),
  diff: [],
  ...change,
});

const none = { count: 0, conversations: [] };

export const counted = (newly: number): Counted => ({
  conversations: 100,
  decisions: 300,
  unreadable: 0,
  cut_short: 0,
  outside_rules: 0,
  since: "2026-10-23T10:00:00Z",
  days: 30,
  before: { handed_over: 10, approvals: 0 },
  after: { handed_over: 10 + newly, approvals: 0 },
  unchanged: 100 - newly,
  cannot_tell: 0,
  by_rule: [],
  by_hour: Array.from({ length: 168 }, () => ({ before: 0, after: 0 })),
  no_longer: none,
  approval_added: none,
  approval_gone: none,
  target: none,
  earlier: none,
  later: none,
  newly: {
    count: newly,
    conversations: newly
      ? [
          {
            id: "cnv_1",
            customer: "Ada",
            at: "2026-11-20T10:00:00Z",
            asked: { seq: 3, text: "Where is my bike?" },
            trigger: "anger",
            rule: "Upset",
            before: "Stays with the assistant",
            after: "To Customer care",
          },
        ]
      : [],
  },
});
