/** A guide while it is drawn: changes of its steps as values, and the order in which the outline shows them; pure. */

import { t } from "@lingui/core/macro";
import type { GuideAnswer, GuideStep, StepKind } from "../../api/guides";

export const MOST_STEPS = 60;
export const MOST_ANSWERS = 8;

type Steps = readonly GuideStep[];

export const KINDS: { value: StepKind; label: string }[] = [
  { value: "question", label: t`Question` },
  { value: "solved", label: t`Solved` },
  { value: "person", label: t`A person helps` },
];

/** An id that no step has yet. */
export function freshId(steps: Steps): string {
  const taken = new Set(steps.map(({ id }) => id));
  for (let number = steps.length + 1; ; number += 1) if (!taken.has(`s${number}`)) return `s${number}`;
}

export const emptyStep = (id: string, kind: StepKind): GuideStep => ({
  id,
  kind,
  says: "",
  answers: kind === "question" ? yesAndNo() : [],
});

const yesAndNo = (): GuideAnswer[] => [
  { label: t`Yes`, also: [], to: "" },
  { label: t`No`, also: [], to: "" },
];

export const firstSteps = (): GuideStep[] => [emptyStep("s1", "question")];

export const put = (steps: Steps, id: string, change: Partial<GuideStep>): GuideStep[] =>
  steps.map((step) => (step.id === id ? { ...step, ...change } : step));

/** Another kind of step: an end has no answers, a question gets two. */
export const turn = (steps: Steps, id: string, kind: StepKind): GuideStep[] =>
  steps.map((step) =>
    step.id === id
      ? {
          ...step,
          kind,
          answers: kind === "question" ? (step.answers.length ? step.answers : yesAndNo()) : [],
        }
      : step,
  );

export const putAnswer = (
  steps: Steps,
  id: string,
  place: number,
  change: Partial<GuideAnswer>,
): GuideStep[] => {
  const answers = answersOf(steps, id).map((one, at) => (at === place ? { ...one, ...change } : one));
  return put(steps, id, { answers });
};

export const addAnswer = (steps: Steps, id: string, place: number): GuideStep[] => {
  const answers = answersOf(steps, id);
  if (answers.length >= MOST_ANSWERS) return [...steps];
  const fresh: GuideAnswer = { label: "", also: [], to: "" };
  return put(steps, id, { answers: [...answers.slice(0, place), fresh, ...answers.slice(place)] });
};

export const removeAnswer = (steps: Steps, id: string, place: number): GuideStep[] =>
  put(steps, id, { answers: answersOf(steps, id).filter((_, at) => at !== place) });

export const moveAnswer = (steps: Steps, id: string, place: number, by: -1 | 1): GuideStep[] => {
  const answers = [...answersOf(steps, id)];
  const [moved] = answers.splice(place, 1);
  if (moved) answers.splice(Math.max(0, place + by), 0, moved);
  return put(steps, id, { answers });
};

/** The answer leads to a new step of this kind. */
export function leadToNew(steps: Steps, id: string, place: number, kind: StepKind): GuideStep[] {
  if (steps.length >= MOST_STEPS) return [...steps];
  const fresh = emptyStep(freshId(steps), kind);
  return [...putAnswer(steps, id, place, { to: fresh.id }), fresh];
}

/** The step goes; answers that led to it lead nowhere. */
export const removeStep = (steps: Steps, id: string): GuideStep[] =>
  steps
    .filter((step) => step.id !== id)
    .map((step) => ({
      ...step,
      answers: step.answers.map((one) => (one.to === id ? { ...one, to: "" } : one)),
    }));

const answersOf = (steps: Steps, id: string): readonly GuideAnswer[] =>
  steps.find((step) => step.id === id)?.answers ?? [];

/** A step in the outline: its number, and what each answer leads to; a step stands where it is reached first. */
export interface Branch {
  step: GuideStep;
  number: number;
  /** By place of the answer; null where it leads nowhere or to a step that stands elsewhere. */
  below: (Branch | null)[];
}

export interface Outline {
  root: Branch | null;
  /** Steps that no answer leads to. */
  loose: Branch[];
  numbers: ReadonlyMap<string, number>;
}

export function outline(steps: Steps): Outline {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const numbers = new Map<string, number>();
  const grow = (step: GuideStep): Branch => {
    numbers.set(step.id, numbers.size + 1);
    const number = numbers.size;
    const below = step.answers.map(({ to }) => {
      const next = byId.get(to);
      return next && !numbers.has(to) ? grow(next) : null;
    });
    return { step, number, below };
  };
  const [first] = steps;
  const root = first ? grow(first) : null;
  const loose = steps.flatMap((step) => (numbers.has(step.id) ? [] : [grow(step)]));
  return { root, loose, numbers };
}

/** "3. Is it only when it is wet?", short enough for a list of steps. */
export function titleOf(step: GuideStep, number: number): string {
  const says = step.says.trim() || t`(nothing said yet)`;
  return `${number}. ${says.length > 50 ? `${says.slice(0, 50)}…` : says}`;
}

/** Where somebody is who answered so, for trying the guide as it is typed. */
export function walk(steps: Steps, path: readonly number[]): GuideStep | null {
  const byId = new Map(steps.map((step) => [step.id, step]));
  let step = steps[0] ?? null;
  for (const place of path) step = byId.get(step?.answers[place]?.to ?? "") ?? null;
  return step;
}
