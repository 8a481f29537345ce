/** In which order the figures stand, and under which question. */

import { t } from "@lingui/core/macro";
import type { Metric, MetricGroup } from "../../api/reports";

export interface Question {
  title: string;
  keys: readonly string[];
}

/** The few that stand large at the top of their part. */
export const FIRST: Record<MetricGroup, readonly string[]> = {
  trust: ["resolution_quality", "csat", "time_to_person"],
  volume: ["volume", "assistant_share", "first_reply"],
};

const QUESTIONS: Record<MetricGroup, readonly Question[]> = {
  trust: [
    { title: t`Was it solved for good?`, keys: ["repeat_contact", "reopened", "promises_kept"] },
    {
      title: t`What did it take the customer?`,
      keys: [
        "effort_score",
        "customer_turns",
        "reasks",
        "repeats_after_handover",
        "transfers",
        "effort_rating",
      ],
    },
    { title: t`Did who needed a person get one?`, keys: ["missed_escalations", "needless_escalations"] },
    {
      title: t`How do they feel in the end?`,
      keys: ["csat_assistant", "csat_agent", "survey_response", "mood_change", "churn_risk", "saves"],
    },
  ],
  volume: [
    { title: t`Is the work done in time?`, keys: ["backlog", "sla_met", "handle_time"] },
    { title: t`How soon do customers hear from us?`, keys: ["first_reply_assistant", "first_reply_agent"] },
    { title: t`What does it cost?`, keys: ["cost_per_resolution", "deflection", "model_tokens"] },
  ],
};

export interface Ordered {
  first: Metric[];
  questions: { title: string; metrics: Metric[] }[];
}

/** Every metric of a group once: the first ones, then by question; what has no question stands under "More". */
export function orderedIn(group: MetricGroup, metrics: readonly Metric[]): Ordered {
  const left = new Map(metrics.filter((one) => one.group === group).map((one) => [one.key, one]));
  const take = (keys: readonly string[]): Metric[] =>
    keys.flatMap((key) => {
      const found = left.get(key);
      left.delete(key);
      return found ? [found] : [];
    });
  const first = take(FIRST[group]);
  const questions = QUESTIONS[group].map(({ title, keys }) => ({ title, metrics: take(keys) }));
  questions.push({ title: t`More`, metrics: [...left.values()] });
  return { first, questions: questions.filter((one) => one.metrics.length > 0) };
}
