/** The bench in words: what should come, what came, what got better and worse; pure. */

import type { BenchCase, BenchResult, BenchRun, Expected, Verdict } from "../../api/learning";

export const EXPECTED: Record<Expected, string> = {
  article: "An answer from an article",
  unsure: "It says that it does not know",
  handover: "A person gets it",
};

/** The triggers that a case can expect by name. */
export const TRIGGERS: { value: string; label: string }[] = [
  { value: "", label: "Whatever the reason" },
  { value: "asks_human", label: "Asks for a person" },
  { value: "anger", label: "Anger or frustration" },
  { value: "distress", label: "Distress" },
  { value: "billing_legal", label: "Billing or legal dispute" },
  { value: "policy_exception", label: "Wants an exception" },
  { value: "intent_missed", label: "Misunderstood twice" },
  { value: "churn_risk", label: "About to leave" },
  { value: "public_escalation", label: "Threatens to go public" },
  { value: "upsell", label: "A chance to sell" },
  { value: "cross_department", label: "Several departments" },
  { value: "loop", label: "Going in circles" },
  { value: "low_confidence", label: "The assistant is unsure" },
];

const triggerName = (trigger: string | null, label: string | null): string =>
  TRIGGERS.find(({ value }) => value === trigger)?.label ?? label ?? "";

/** "Opening hours", or "A person: Anger or frustration". */
export function expectedInWords(one: BenchCase): string {
  if (one.expected === "article") return one.article?.title ?? "An article";
  if (one.expected === "handover" && one.trigger) {
    return `A person: ${triggerName(one.trigger, one.trigger_label)}`;
  }
  return EXPECTED[one.expected];
}

export function cameInWords(result: BenchResult): string {
  if (result.outcome === "article") {
    return result.article ? result.article.title : "An answer from no article of yours";
  }
  if (result.outcome === "handover" && result.trigger) {
    return `A person: ${triggerName(result.trigger, result.trigger_label)}`;
  }
  return result.outcome === "unsure" ? "Does not know" : EXPECTED[result.outcome];
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** One sentence about what a run found out: what got worse comes first. */
export function diffInWords(counts: Record<Verdict, number>): string {
  const { worse, better, changed } = counts;
  const told = [
    worse > 0 && `${worse} worse`,
    better > 0 && `${better} better`,
    changed > 0 && `${plural(changed, "answer", "answers")} in other words`,
  ].filter((part) => part !== false);
  return told.length === 0 ? "Nothing gets better or worse" : told.join(", ");
}

export function causeInWords({ cause, change }: BenchRun): string {
  if (cause === "draft") {
    if (change.removed) return "Tried without an article";
    if (change.settings && !change.fields) return "Other settings tried";
    return change.article_id ? "A change tried" : "A new article tried";
  }
  return {
    asked: "Run by hand",
    knowledge: "The knowledge changed",
    settings: "The settings changed",
    model: "The model changed",
    cases: "The questions changed",
  }[cause];
}

export const isAtWork = (run: BenchRun): boolean => run.state === "waiting" || run.state === "running";

export const VERDICTS: Record<Verdict, string> = {
  worse: "Worse",
  better: "Better",
  changed: "Other words",
  same: "As before",
  new: "First time",
};
