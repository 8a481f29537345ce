/** Quality review in words and numbers; pure. */

import type { LooksAt, Mean, OutcomeKind, PlanFields, QuestionAgreement, ScoresBy } from "../api/assessments";

export const LOOKS_AT: Record<LooksAt, string> = {
  assistant: "The assistant",
  agents: "Agents",
  both: "The assistant and agents",
};

export const WANTED: readonly [kind: string, name: string, says: string][] = [
  ["random", "Any, by chance", "A fair sample: only this tells how good the work is on the whole."],
  ["low_satisfaction", "Low satisfaction", "The customer gave 1 or 2 of 5."],
  ["reopened", "Opened again", "It was resolved, and was not."],
  ["repeat_contact", "Came back on the same topic", "Within seven days, in another conversation."],
  ["high_risk", "High risk in the control room", "At its worst it stood in the highest tier."],
  ["dismissed_risk", "A risk that somebody dismissed", "Was it right to put it aside?"],
  ["needless_handover", "Handed over without need", "As somebody labelled it."],
  ["late_handover", "Handed over too late", "As somebody labelled it."],
  ["new_agent", "Agents in their first weeks", "Whoever came less than eight weeks before."],
];

export const SPREADS: readonly [key: string, name: string][] = [
  ["", "Not spread"],
  ["agent", "Evenly over agents"],
  ["team", "Evenly over teams"],
  ["topic", "Evenly over topics"],
  ["channel", "Evenly over channels"],
];

export const BYS: readonly [by: ScoresBy, name: string][] = [
  ["agent", "Agent"],
  ["team", "Team"],
  ["topic", "Topic"],
  ["channel", "Channel"],
  ["scorecard", "Scorecard"],
  ["rules_version", "Rules version"],
  ["knowledge_number", "Knowledge version"],
  ["engine", "Engine of the assistant"],
  ["because", "Why it was drawn"],
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
  correction: "Proposed for the knowledge",
  label: "Labelled the handover",
  missed: "A person was needed",
  coaching: "A note to the agent",
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
  return low === null || high === null ? `from ${of}` : `${points(low)} to ${points(high)}, from ${of}`;
}

const SOME = 0.4;
const ALIKE = 0.85; // from here on a low coefficient tells of rare answers, not of reviewers who differ
const LEVELS: readonly [from: number, words: string][] = [
  [0.8, "agree well"],
  [0.6, "agree for the most part"],
  [SOME, "agree somewhat"],
  [-1, "hardly agree beyond chance"],
];

/** What a coefficient means, said only where there are enough pairs and the interval lies in one level. */
export function agreementInWords({ of, enough, kappa, same, needed }: QuestionAgreement): string {
  if (of === 0) return "No pair yet.";
  if (enough === "few") return `Too few pairs to say: ${of} of about ${needed ?? 10} needed.`;
  if (!kappa)
    return same?.value === 1
      ? "All said one and the same thing; chance alone would do that."
      : "Nothing to tell yet.";
  if (same && same.value >= ALIKE && kappa.value < SOME)
    return "They nearly always said the same. So few answers differ that chance alone might do that.";
  const level = (value: number): number => LEVELS.findIndex(([from]) => value >= from);
  if (level(kappa.low) === level(kappa.high)) return `They ${LEVELS[level(kappa.value)]?.[1]}.`;
  const worst = LEVELS[level(kappa.low)]?.[1];
  const best = LEVELS[level(kappa.high)]?.[1];
  const more = needed && needed > of ? ` About ${needed} pairs would tell.` : "";
  return `Not sure: they may ${worst}, or ${best}.${more}`;
}

/** "One in five", for a share of second opinions. */
export const shareInWords = (share: number): string =>
  share === 0 ? "nobody a second time" : `${Math.round(100 * share)}% by a second person, blind`;
