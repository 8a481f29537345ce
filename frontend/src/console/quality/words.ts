/** Quality review in words and numbers; pure. */

import { t } from "@lingui/core/macro";
import type { LooksAt, Mean, OutcomeKind, PlanFields, QuestionAgreement, ScoresBy } from "../api/assessments";

export const LOOKS_AT: Record<LooksAt, string> = {
  assistant: t`The assistant`,
  agents: t`Agents`,
  both: t`The assistant and agents`,
};

export const WANTED: readonly [kind: string, name: string, says: string][] = [
  ["random", t`Any, by chance`, t`A fair sample: only this tells how good the work is on the whole.`],
  ["low_satisfaction", t`Low satisfaction`, t`The customer gave 1 or 2 of 5.`],
  ["reopened", t`Opened again`, t`It was resolved, and was not.`],
  ["repeat_contact", t`Came back on the same topic`, t`Within seven days, in another conversation.`],
  ["high_risk", t`High risk in the control room`, t`At its worst it stood in the highest tier.`],
  ["dismissed_risk", t`A risk that somebody dismissed`, t`Was it right to put it aside?`],
  ["needless_handover", t`Handed over without need`, t`As somebody labelled it.`],
  ["late_handover", t`Handed over too late`, t`As somebody labelled it.`],
  ["new_agent", t`Agents in their first weeks`, t`Whoever came less than eight weeks before.`],
];

export const SPREADS: readonly [key: string, name: string][] = [
  ["", t`Not spread`],
  ["agent", t`Evenly over agents`],
  ["team", t`Evenly over teams`],
  ["topic", t`Evenly over topics`],
  ["channel", t`Evenly over channels`],
];

export const BYS: readonly [by: ScoresBy, name: string][] = [
  ["agent", t`Agent`],
  ["team", t`Team`],
  ["topic", t`Topic`],
  ["channel", t`Channel`],
  ["scorecard", t`Scorecard`],
  ["rules_version", t`Rules version`],
  ["knowledge_number", t`Knowledge version`],
  ["engine", t`Engine of the assistant`],
  ["because", t`Why it was drawn`],
];

/** By which field the list behind a part is narrowed. */
export const FIELD: Record<ScoresBy, string> = {
  agent: "agent_id",
  team: "team_id",
  topic: "topic",
  channel: "channel",
  scorecard: "scorecard_id",
  rules_version: "rules_version",
  knowledge_number: "knowledge_number",
  engine: "engine",
  because: "because",
};

export const OUTCOMES: Record<OutcomeKind, string> = {
  correction: t`Proposed for the knowledge`,
  label: t`Labelled the handover`,
  missed: t`A person was needed`,
  coaching: t`A note to the agent`,
};

export const NEW_PLAN: Omit<PlanFields, "scorecard_id"> = {
  name: "",
  wanted: "random",
  per_week: 10,
  spread_by: "",
  second_share: 0.2,
  team_id: null,
  agent_id: null,
  topic: "",
  is_active: true,
};

/** A coefficient in two digits, with a sign that is no hyphen. */
export const digits = (value: number): string => value.toFixed(2).replace("-", "−");

/** "87", or "87.5" where a half matters to nobody: whole. */
export const points = (score: number): string => String(Math.round(score));

/** "80 to 94, from 23"; of one alone nothing but the count. */
export function rangeInWords({ low, high, of }: Mean): string {
  return low === null || high === null ? t`from ${of}` : t`${points(low)} to ${points(high)}, from ${of}`;
}

const SOME = 0.4;
const ALIKE = 0.85; // from here on a low coefficient tells of rare answers, not of reviewers who differ
const LEVELS: readonly [from: number, words: string][] = [
  [0.8, t`agree well`],
  [0.6, t`agree for the most part`],
  [SOME, t`agree somewhat`],
  [-1, t`hardly agree beyond chance`],
];

/** What a coefficient means, said only where there are enough pairs and the interval lies in one level. */
export function agreementInWords({ of, enough, kappa, same, needed }: QuestionAgreement): string {
  if (of === 0) return t`No pair yet.`;
  if (enough === "few") return t`Too few pairs to say: ${of} of about ${needed ?? 10} needed.`;
  if (!kappa)
    return same?.value === 1
      ? t`All said one and the same thing; chance alone would do that.`
      : t`Nothing to tell yet.`;
  if (same && same.value >= ALIKE && kappa.value < SOME)
    return t`They nearly always said the same. So few answers differ that chance alone might do that.`;
  const level = (value: number): number => LEVELS.findIndex(([from]) => value >= from);
  if (level(kappa.low) === level(kappa.high)) return t`They ${LEVELS[level(kappa.value)]?.[1] ?? ""}.`;
  const worst = LEVELS[level(kappa.low)]?.[1] ?? "";
  const best = LEVELS[level(kappa.high)]?.[1] ?? "";
  const more = needed && needed > of ? t` About ${needed} pairs would tell.` : "";
  return t`Not sure: they may ${worst}, or ${best}.${more}`;
}

/** "One in five", for a share of second opinions. */
export const shareInWords = (share: number): string =>
  share === 0 ? t`nobody a second time` : t`${Math.round(100 * share)}% by a second person, blind`;
