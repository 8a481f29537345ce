/** Quality review in words and numbers; pure. */

import { t } from "@lingui/core/macro";
import type { LooksAt, Mean, OutcomeKind, PlanFields, QuestionAgreement, ScoresBy } from "../api/assessments";
import type { ProposalState } from "../api/learning";
import { number } from "../shell/locale";

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

/** What became of a proposal that an assessment made. */
export const PROPOSED: Record<ProposalState, string> = {
  open: t({ message: "open", context: "state of a proposal" }),
  published: t({ message: "published", context: "state of a proposal" }),
  dismissed: t({ message: "dismissed", context: "state of a proposal" }),
};

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
export const digits = (value: number): string =>
  number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).replace("-", "−");

/** "87", or "87.5" where a half matters to nobody: whole. */
export const points = (score: number): string => number(Math.round(score));

/** "80 to 94, from 23"; of one alone nothing but the count. */
export function rangeInWords({ low, high, of }: Mean): string {
  if (low === null || high === null) return t`from ${of}`;
  const [least, most] = [points(low), points(high)];
  return t`${least} to ${most}, from ${of}`;
}

const SOME = 0.4;
const ALIKE = 0.85; // from here on a low coefficient tells of rare answers, not of reviewers who differ
/** From where on, in a sentence of its own, and as one end of what may be so. */
const LEVELS: readonly [from: number, says: string, end: string][] = [
  [0.8, t`They agree well.`, t`agree well`],
  [0.6, t`They agree for the most part.`, t`agree for the most part`],
  [SOME, t`They agree somewhat.`, t`agree somewhat`],
  [-1, t`They hardly agree beyond chance.`, t`hardly agree beyond chance`],
];

/** What a coefficient means, said only where there are enough pairs and the interval lies in one level. */
export function agreementInWords({ of, enough, kappa, same, needed }: QuestionAgreement): string {
  if (of === 0) return t`No pair yet.`;
  if (enough === "few") {
    const wanted = needed ?? 10;
    return t`Too few pairs to say: ${of} of about ${wanted} needed.`;
  }
  if (!kappa)
    return same?.value === 1
      ? t`All said one and the same thing; chance alone would do that.`
      : t`Nothing to tell yet.`;
  if (same && same.value >= ALIKE && kappa.value < SOME)
    return t`They nearly always said the same. So few answers differ that chance alone might do that.`;
  const level = (value: number): number => LEVELS.findIndex(([from]) => value >= from);
  if (level(kappa.low) === level(kappa.high)) return LEVELS[level(kappa.value)]?.[1] ?? "";
  const worst = LEVELS[level(kappa.low)]?.[2] ?? "";
  const best = LEVELS[level(kappa.high)]?.[2] ?? "";
  const unsure = t`Not sure: they may ${worst}, or ${best}.`;
  return needed && needed > of ? `${unsure} ${t`About ${needed} pairs would tell.`}` : unsure;
}

/** "One in five", for a share of second opinions. */
export function shareInWords(share: number): string {
  if (share === 0) return t`nobody a second time`;
  const part = number(share, { style: "percent" });
  return t`${part} by a second person, blind`;
}
