/** The calls about quality review: scorecards, lists that draw, assessments, agreement and scores. */

import type { Named, Page } from "../../shared/wire";
import type { Trigger } from "../desk/wire";
import { call } from "./client";
import type { Verdict } from "./quality";

export type LooksAt = "assistant" | "agents" | "both";
export type QuestionKind = "yes_no" | "scale" | "choice";
export type Source = "chance" | "lists" | "all";
export type ScoresBy =
  | "agent"
  | "team"
  | "topic"
  | "channel"
  | "scorecard"
  | "rules_version"
  | "knowledge_number"
  | "engine"
  | "because";

export interface Choice {
  /** Empty for a new one. */
  id: string;
  label: string;
  /** 0..1; none where it does not count. */
  worth: number | null;
}

export interface Question {
  id: string;
  text: string;
  help: string;
  kind: QuestionKind;
  weight: number;
  /** An answer that is worth nothing fails the whole. */
  critical: boolean;
  may_not_apply: boolean;
  good: "yes" | "no";
  steps: number;
  choices: Choice[];
}

export interface CardSection {
  id: string;
  title: string;
  questions: Question[];
}

export interface CardFields {
  name: string;
  describes: string;
  looks_at: LooksAt;
  sections: CardSection[];
}

export interface Scorecard extends CardFields {
  id: string;
  archived: boolean;
  version: number;
  versions: { number: number; at: string }[];
  made_by: Named | null;
  changed_at: string;
}

export interface PlanFields {
  name: string;
  scorecard_id: string;
  wanted: string;
  per_week: number;
  spread_by: string;
  second_share: number;
  team_id: string | null;
  agent_id: string | null;
  topic: string;
  is_active: boolean;
}

export interface Plan {
  id: string;
  name: string;
  scorecard: Named;
  wanted: { kind: string; label: string };
  per_week: number;
  spread_by: string | null;
  second_share: number;
  team: Named | null;
  agent: Named | null;
  topic: string | null;
  is_active: boolean;
  made_by: Named | null;
  last: { at: string; of: number; drawn: number; done: number; seed: string } | null;
  next_at: string | null;
}

export interface PlanPreview {
  strata: { name: string | null; of: number; drawn: number }[];
  of: number;
  drawn: number;
}

export interface Answer {
  question: string;
  value: string;
  worth?: number | null;
  quote_seq: number | null;
  note: string | null;
}

export type OutcomeKind = "correction" | "label" | "missed" | "coaching";

export interface Outcome {
  id: string;
  kind: OutcomeKind;
  at_seq: number | null;
  text: string | null;
  verdict: Verdict | null;
  trigger: Trigger | null;
  proposal: { id: string; state: string } | null;
  by: Named | null;
  at: string;
}

export interface OutcomeFields {
  kind: OutcomeKind;
  at_seq?: number | null;
  text?: string;
  verdict?: Verdict;
  trigger?: string;
}

export interface AssessmentRow {
  id: string;
  conversation_id: string;
  episode: number;
  customer: Named;
  state: "open" | "done" | "skipped";
  scorecard: Named & { looks_at: LooksAt };
  because: { kind: string; label: string };
  agent: Named | null;
  team: Named | null;
  topic: string | null;
  channel: string;
  happened_at: string;
  done_at: string | null;
  reviewer: Named | null;
  at_it: Named | null;
  /** Hidden while a second person is to say the same thing blindly. */
  sealed: boolean;
  score: number | null;
  failed: boolean;
  dispute: "open" | "kept" | "changed" | null;
  seen: boolean;
}

export interface Assessment extends AssessmentRow {
  /** Who spoke in it. */
  part: "assistant" | "agent" | "both" | "";
  version: number;
  sections: CardSection[];
  answers: Answer[];
  failed_at: string[];
  section_scores: Record<string, number | null>;
  comment: string;
  reply: { text: string; at: string } | null;
  decision: { text: string; by: Named | null; at: string } | null;
  outcomes: Outcome[];
  handover: { id: string; reason: string } | null;
  skipped_because: string | null;
  may: { assess: boolean; put_back: boolean; decide: boolean; add: boolean; reply: boolean };
}

export interface Queue extends Page<AssessmentRow> {
  counts: { open: number; disputed: number };
}

export interface CoachingNote {
  id: string;
  assessment_id: string;
  conversation_id: string;
  at_seq: number | null;
  text: string;
  by: Named | null;
  at: string;
}

export interface Mine extends Page<AssessmentRow> {
  counts: { of: number; new: number };
  notes: CoachingNote[];
}

/** Of 100, with its interval; none of fewer than two. */
export interface Mean {
  value: number;
  low: number | null;
  high: number | null;
  of: number;
}

export interface Share {
  value: number;
  low: number;
  high: number;
  of: number;
}

export interface Figures {
  score: Mean | null;
  failed: Share | null;
  of: number;
}

export interface Scores {
  days: number;
  by: ScoresBy;
  source: Source;
  all: Figures;
  data: (Figures & { key: string; name: string })[];
  weeks: (Figures & { begins: string })[];
}

export interface QuestionScore extends Figures {
  id: string;
  text: string;
  section: string;
  critical: boolean;
}

export interface Coefficient {
  value: number;
  low: number;
  high: number;
}

export interface QuestionAgreement {
  id: string;
  text: string;
  kind: QuestionKind;
  of: number;
  same: Share | null;
  kappa: Coefficient | null;
  alpha: Coefficient | null;
  enough: "none" | "few" | "some" | "good";
  needed: number | null;
}

export interface Agreement {
  pairs: number;
  waiting: number;
  points_apart: number | null;
  data: QuestionAgreement[];
}

export interface Side {
  id: string;
  reviewer: Named | null;
  score: number | null;
  failed: boolean;
}

export interface Said {
  label: string;
  quote_seq: number | null;
  note: string;
}

export interface Difference {
  id: string;
  conversation_id: string;
  customer: Named;
  happened_at: string;
  topic: string | null;
  first: Side;
  second: Side;
  questions: { id: string; text: string; critical: boolean; first: Said; second: Said }[];
}

/** What narrows scores and the list behind each of them. */
export interface Narrow {
  days: number;
  source: Source;
  scorecard_id?: string;
  agent_id?: string;
  team_id?: string;
  topic?: string;
  channel?: string;
  rules_version?: string;
  knowledge_number?: string;
  engine?: string;
  because?: string;
  week?: string;
  failed?: boolean;
}

type Query = Record<string, string | number | boolean | null | undefined>;

function asked(query: Query): string {
  const known = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== "",
  );
  return new URLSearchParams(known.map(([name, value]) => [name, String(value)])).toString();
}

const card = (id: string): string => `scorecards/${encodeURIComponent(id)}`;
const plan = (id: string): string => `sampling_plans/${encodeURIComponent(id)}`;
const one = (id: string): string => `assessments/${encodeURIComponent(id)}`;

export const listCards = (signal: AbortSignal): Promise<Page<Scorecard>> => call("scorecards", { signal });
export const createCard = (fields: CardFields): Promise<Scorecard> =>
  call("scorecards", { method: "POST", body: fields });
export const changeCard = (id: string, fields: CardFields): Promise<Scorecard> =>
  call(card(id), { method: "PUT", body: fields });
export const archiveCard = (id: string): Promise<Scorecard> => call(card(id), { method: "DELETE" });
export const bringBackCard = (id: string): Promise<Scorecard> =>
  call(`${card(id)}/bring_back`, { method: "POST" });

export const listPlans = (signal: AbortSignal): Promise<Page<Plan>> => call("sampling_plans", { signal });
export const createPlan = (fields: PlanFields): Promise<Plan> =>
  call("sampling_plans", { method: "POST", body: fields });
export const changePlan = (id: string, fields: Partial<PlanFields>): Promise<Plan> =>
  call(plan(id), { method: "PATCH", body: fields });
export const removePlan = (id: string): Promise<null> => call(plan(id), { method: "DELETE" });
export const previewPlan = (fields: PlanFields, signal: AbortSignal): Promise<PlanPreview> =>
  call("sampling_plans/preview", { method: "POST", body: fields, signal });

export const listAssessments = (
  state: "open" | "disputed",
  cursor: string | null,
  signal: AbortSignal,
): Promise<Queue> => call(`assessments?${asked({ state, cursor })}`, { signal });
export const listDone = (narrow: Narrow, cursor: string | null, signal: AbortSignal): Promise<Queue> =>
  call(`assessments?${asked({ state: "done", ...narrow, cursor })}`, { signal });
export const listMine = (cursor: string | null, signal: AbortSignal): Promise<Mine> =>
  call(`assessments/mine?${asked({ cursor })}`, { signal });
export const beginAssessment = (conversation_id: string, scorecard_id: string): Promise<Assessment> =>
  call("assessments", { method: "POST", body: { conversation_id, scorecard_id } });
export const fetchAssessment = (id: string, signal: AbortSignal): Promise<Assessment> =>
  call(one(id), { signal });
export const takeAssessment = (id: string): Promise<Assessment> =>
  call(`${one(id)}/take`, { method: "POST" });
export const saveAssessment = (
  id: string,
  said: { answers: Answer[]; comment: string; done: boolean },
): Promise<Assessment> =>
  call(one(id), {
    method: "PUT",
    body: {
      ...said,
      answers: said.answers.map(({ worth, note, ...rest }) => ({ ...rest, note: note ?? "" })),
    },
  });
export const skipAssessment = (id: string, because: string): Promise<AssessmentRow> =>
  call(`${one(id)}/skip`, { method: "POST", body: { because } });
export const putBack = (id: string): Promise<AssessmentRow> => call(`${one(id)}/skip`, { method: "DELETE" });
export const replyTo = (id: string, text: string, disputes: boolean): Promise<Assessment> =>
  call(`${one(id)}/reply`, { method: "PUT", body: { text, disputes } });
export const decideAbout = (id: string, text: string, answers: Answer[] | null): Promise<Assessment> =>
  call(`${one(id)}/decision`, {
    method: "POST",
    body: {
      text,
      answers: answers?.map(({ worth, note, ...rest }) => ({ ...rest, note: note ?? "" })) ?? null,
    },
  });
export const addOutcome = (id: string, fields: OutcomeFields): Promise<Assessment> =>
  call(`${one(id)}/outcomes`, { method: "POST", body: fields });
export const takeBackOutcome = (id: string, outcome: string): Promise<Assessment> =>
  call(`${one(id)}/outcomes/${encodeURIComponent(outcome)}`, { method: "DELETE" });

export const fetchScores = (narrow: Narrow, by: ScoresBy, signal: AbortSignal): Promise<Scores> =>
  call(`assessments/scores?${asked({ ...narrow, by })}`, { signal });
export const fetchQuestionScores = (
  narrow: Narrow,
  signal: AbortSignal,
): Promise<{ data: QuestionScore[] }> => call(`assessments/questions?${asked({ ...narrow })}`, { signal });
export const fetchAgreement = (scorecard_id: string, days: number, signal: AbortSignal): Promise<Agreement> =>
  call(`assessments/agreement?${asked({ scorecard_id, days })}`, { signal });
export const listDiffering = (
  scorecard_id: string,
  days: number,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<Difference>> =>
  call(`assessments/differing?${asked({ scorecard_id, days, cursor })}`, { signal });
