/** The calls about quality review: scorecards, lists that draw, assessments, agreement and scores. */

import type {
  AssessmentAnswerRow,
  AssessmentOutcomeForm,
  AssessmentScores,
  PatchedSamplingPlanForm,
  paths,
  SamplingPlanForm,
  ScorecardQuestion,
  ScorecardRow,
} from "../../shared/api";
import { api } from "./typed";

export type {
  AgreementCoefficient as Coefficient,
  AssessmentOutcomeRow as Outcome,
  AssessmentRow,
  AssessmentScores as Scores,
  AssessmentSheet as Assessment,
  CoachingNote,
  DifferingAnswer as Said,
  DifferingPair as Difference,
  DifferingSide as Side,
  QuestionAgreement,
  ReviewerAgreement as Agreement,
  SamplingPlanRow as Plan,
  ScorecardChoice as Choice,
  ScorecardQuestion as Question,
  ScorecardRow as Scorecard,
  ScorecardSection as CardSection,
  ScoreFigures as Figures,
  ScoreMean as Mean,
} from "../../shared/api";

export type LooksAt = ScorecardRow["looks_at"];
export type QuestionKind = ScorecardQuestion["kind"];
export type Source = AssessmentScores["source"];
export type ScoresBy = AssessmentScores["by"];
export type OutcomeKind = AssessmentOutcomeForm["kind"];
/** The answer to a question; what it was worth the server says. */
export type Answer = Omit<AssessmentAnswerRow, "worth"> & Partial<AssessmentAnswerRow>;
/** `trigger` is one of the rules' by its name. */
export type OutcomeFields = Omit<AssessmentOutcomeForm, "trigger"> & { trigger?: string };

/** A scorecard while it is written: sections, questions and choices with an empty id are new. */
export type CardFields = Pick<ScorecardRow, "name" | "describes" | "looks_at" | "sections">;
export type PlanFields = Required<SamplingPlanForm>;

/** What narrows scores and the list behind each of them. */
export type Narrow = Omit<NonNullable<paths["/assessments/scores"]["get"]["parameters"]["query"]>, "by">;

/** As it is asked: what an answer was worth follows from the scorecard. */
const told = (answers: Answer[]) =>
  answers.map(({ worth: _worth, note, ...rest }) => ({ ...rest, note: note ?? "" }));

export const listCards = (signal: AbortSignal) => api.get("/scorecards", { signal });
export const createCard = (body: CardFields) => api.post("/scorecards", { body });
export const changeCard = (scorecard_id: string, body: CardFields) =>
  api.put("/scorecards/{scorecard_id}", { path: { scorecard_id }, body });
export const archiveCard = (scorecard_id: string) =>
  api.delete("/scorecards/{scorecard_id}", { path: { scorecard_id } });
export const bringBackCard = (scorecard_id: string) =>
  api.post("/scorecards/{scorecard_id}/bring_back", { path: { scorecard_id } });

export const listPlans = (signal: AbortSignal) => api.get("/sampling_plans", { signal });
export const createPlan = (body: SamplingPlanForm) => api.post("/sampling_plans", { body });
export const changePlan = (plan_id: string, body: PatchedSamplingPlanForm) =>
  api.patch("/sampling_plans/{plan_id}", { path: { plan_id }, body });
export const removePlan = (plan_id: string) => api.delete("/sampling_plans/{plan_id}", { path: { plan_id } });
export const previewPlan = (body: SamplingPlanForm, signal: AbortSignal) =>
  api.post("/sampling_plans/preview", { body, signal });

export const listAssessments = (state: "open" | "disputed", cursor: string | null, signal: AbortSignal) =>
  api.get("/assessments", { query: { state, ...(cursor && { cursor }) }, signal });
export const listDone = (narrow: Narrow, cursor: string | null, signal: AbortSignal) =>
  api.get("/assessments", { query: { state: "done", ...narrow, ...(cursor && { cursor }) }, signal });
export const listMine = (cursor: string | null, signal: AbortSignal) =>
  api.get("/assessments/mine", { query: { ...(cursor && { cursor }) }, signal });
export const beginAssessment = (conversation_id: string, scorecard_id: string) =>
  api.post("/assessments", { body: { conversation_id, scorecard_id } });
export const fetchAssessment = (assessment_id: string, signal: AbortSignal) =>
  api.get("/assessments/{assessment_id}", { path: { assessment_id }, signal });
export const takeAssessment = (assessment_id: string) =>
  api.post("/assessments/{assessment_id}/take", { path: { assessment_id } });
export const saveAssessment = (
  assessment_id: string,
  { answers, ...said }: { answers: Answer[]; comment: string; done: boolean },
) =>
  api.put("/assessments/{assessment_id}", {
    path: { assessment_id },
    body: { ...said, answers: told(answers) },
  });
export const skipAssessment = (assessment_id: string, because: string) =>
  api.post("/assessments/{assessment_id}/skip", { path: { assessment_id }, body: { because } });
export const putBack = (assessment_id: string) =>
  api.delete("/assessments/{assessment_id}/skip", { path: { assessment_id } });
export const replyTo = (assessment_id: string, text: string, disputes: boolean) =>
  api.put("/assessments/{assessment_id}/reply", { path: { assessment_id }, body: { text, disputes } });
export const decideAbout = (assessment_id: string, text: string, answers: Answer[] | null) =>
  api.post("/assessments/{assessment_id}/decision", {
    path: { assessment_id },
    body: { text, answers: answers && told(answers) },
  });
export const addOutcome = (assessment_id: string, fields: OutcomeFields) =>
  api.post("/assessments/{assessment_id}/outcomes", {
    path: { assessment_id },
    body: fields as AssessmentOutcomeForm,
  });
export const takeBackOutcome = (assessment_id: string, outcome_id: string) =>
  api.delete("/assessments/{assessment_id}/outcomes/{outcome_id}", { path: { assessment_id, outcome_id } });

export const fetchScores = (narrow: Narrow, by: ScoresBy, signal: AbortSignal) =>
  api.get("/assessments/scores", { query: { ...narrow, by }, signal });
export const fetchQuestionScores = ({ scorecard_id = "", ...narrow }: Narrow, signal: AbortSignal) =>
  api.get("/assessments/questions", { query: { ...narrow, scorecard_id }, signal });
export const fetchAgreement = (scorecard_id: string, days: number, signal: AbortSignal) =>
  api.get("/assessments/agreement", { query: { scorecard_id, days }, signal });
export const listDiffering = (
  scorecard_id: string,
  days: number,
  cursor: string | null,
  signal: AbortSignal,
) => api.get("/assessments/differing", { query: { scorecard_id, days, ...(cursor && { cursor }) }, signal });
