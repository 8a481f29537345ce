/** Filling in a scorecard: what is answered, what is left, and what the keys mean; pure. */

import { t } from "@lingui/core/macro";
import type { Answer, CardSection, Question } from "../api/assessments";

export const NOT_APPLICABLE = "na";

export interface Option {
  value: string;
  label: string;
  /** The key that chooses it. */
  key: string;
}

export type Answers = Readonly<Record<string, Answer>>;

export const questionsOf = (sections: readonly CardSection[]): Question[] =>
  sections.flatMap(({ questions }) => questions);

/** What can be answered, each with a key of its own: digits in their order, 0 for what does not apply. */
export function optionsOf(question: Question): Option[] {
  const told = answersOf(question).map(([value, label], at) => ({ value, label, key: String(at + 1) }));
  return question.may_not_apply
    ? [...told, { value: NOT_APPLICABLE, label: t`Does not apply`, key: "0" }]
    : told;
}

function answersOf({ kind, steps, choices }: Question): [string, string][] {
  if (kind === "yes_no") {
    return [
      ["yes", t`Yes`],
      ["no", t`No`],
    ];
  }
  if (kind === "choice") return choices.map(({ id, label }) => [id, label]);
  return Array.from({ length: steps }, (_, at) => [String(at + 1), String(at + 1)]);
}

export const asAnswers = (told: readonly Answer[]): Answers =>
  Object.fromEntries(told.map((answer) => [answer.question, answer]));

/** The answers with this one changed; quote and note of the question stay. */
export function answered(answers: Answers, question: string, change: Partial<Answer>): Answers {
  const before = answers[question] ?? { question, value: "", quote_seq: null, note: null };
  return { ...answers, [question]: { ...before, ...change } };
}

export const isAnswered = (answers: Answers, { id }: Question): boolean => (answers[id]?.value ?? "") !== "";

/** Those that say something, as the server wants them. */
export const told = (answers: Answers): Answer[] =>
  Object.values(answers).filter(({ value }) => value !== "");

/** The next one without an answer after this place, or from the beginning on; null when all have one. */
export function nextOpen(questions: readonly Question[], answers: Answers, from: number): number | null {
  const order = [...questions.keys()].map((at) => (from + 1 + at) % questions.length);
  return order.find((at) => questions[at] && !isAnswered(answers, questions[at])) ?? null;
}

function worth(question: Question, value: string): number | null {
  if (value === NOT_APPLICABLE) return null;
  if (question.kind === "yes_no") return value === question.good ? 1 : 0;
  if (question.kind === "scale") return (Number(value) - 1) / (question.steps - 1);
  return question.choices.find(({ id }) => id === value)?.worth ?? null;
}

export interface Running {
  score: number | null;
  failedAt: Question[];
}

/** What the answers so far would add up to; the server says what counts. */
export function running(questions: readonly Question[], answers: Answers): Running {
  const worths = questions.flatMap((question) => {
    const value = answers[question.id]?.value;
    const each = value ? worth(question, value) : null;
    return each === null ? [] : [{ question, each }];
  });
  const failedAt = worths
    .filter(({ question, each }) => question.critical && each === 0)
    .map((one) => one.question);
  const weight = worths.reduce((sum, { question }) => sum + question.weight, 0);
  const whole = worths.reduce((sum, { question, each }) => sum + question.weight * each, 0);
  if (weight === 0) return { score: null, failedAt };
  return { score: failedAt.length > 0 ? 0 : (100 * whole) / weight, failedAt };
}
