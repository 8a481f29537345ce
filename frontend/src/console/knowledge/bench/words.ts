/** The bench in words: what should come, what came, what got better and worse; pure. */

import { plural, t } from "@lingui/core/macro";
import type { BenchCase, BenchResult, BenchRun, Expected, Verdict } from "../../api/learning";

export const EXPECTED: Record<Expected, string> = {
  article: t`An answer from an article`,
  unsure: t`It says that it does not know`,
  handover: t`A person gets it`,
};

/** The triggers that a case can expect by name. */
export const TRIGGERS: { value: string; label: string }[] = [
  { value: "", label: t`Whatever the reason` },
  { value: "asks_human", label: t`Asks for a person` },
  { value: "anger", label: t`Anger or frustration` },
  { value: "distress", label: t`Distress` },
  { value: "billing_legal", label: t`Billing or legal dispute` },
  { value: "policy_exception", label: t`Wants an exception` },
  { value: "intent_missed", label: t`Misunderstood twice` },
  { value: "churn_risk", label: t`About to leave` },
  { value: "public_escalation", label: t`Threatens to go public` },
  { value: "upsell", label: t`A chance to sell` },
  { value: "cross_department", label: t`Several departments` },
  { value: "loop", label: t`Going in circles` },
  { value: "low_confidence", label: t`The assistant is unsure` },
];

function personFor(trigger: string | null, label: string | null): string {
  const why = TRIGGERS.find(({ value }) => value === trigger)?.label ?? label ?? "";
  return t`A person: ${why}`;
}

/** "Opening hours", or "A person: Anger or frustration". */
export function expectedInWords(one: BenchCase): string {
  if (one.expected === "article") return one.article?.title ?? t`An article`;
  if (one.expected === "handover" && one.trigger) {
    return personFor(one.trigger, one.trigger_label);
  }
  return EXPECTED[one.expected];
}

export function cameInWords(result: BenchResult): string {
  if (result.outcome === "article") {
    return result.article ? result.article.title : t`An answer from no article of yours`;
  }
  if (result.outcome === "handover" && result.trigger) {
    return personFor(result.trigger, result.trigger_label);
  }
  return result.outcome === "unsure" ? t`Does not know` : EXPECTED[result.outcome];
}

/** One sentence about what a run found out: what got worse comes first. */
export function diffInWords(counts: Record<Verdict, number>): string {
  const { worse, better, changed } = counts;
  const told = [
    worse > 0 && t`${worse} worse`,
    better > 0 && t`${better} better`,
    changed > 0 && plural(changed, { one: "# answer in other words", other: "# answers in other words" }),
  ].filter((part) => part !== false);
  return told.length === 0 ? t`Nothing gets better or worse` : told.join(", ");
}

export function causeInWords({ cause, change }: BenchRun): string {
  if (cause === "draft") {
    if (change.removed) return t`Tried without an article`;
    if (change.settings && !change.fields) return t`Other settings tried`;
    return change.article_id ? t`A change tried` : t`A new article tried`;
  }
  return {
    asked: t`Run by hand`,
    knowledge: t`The knowledge changed`,
    settings: t`The settings changed`,
    model: t`The model changed`,
    cases: t`The questions changed`,
  }[cause];
}

export const isAtWork = (run: BenchRun): boolean => run.state === "waiting" || run.state === "running";

export const VERDICTS: Record<Verdict, string> = {
  worse: t`Worse`,
  better: t`Better`,
  changed: t`Other words`,
  same: t`As before`,
  new: t`First time`,
};
