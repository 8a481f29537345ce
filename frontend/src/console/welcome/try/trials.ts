/** The questions that were tried, for as long as the console is open. */

import type { Preview } from "../../api/guide";
import { Cell } from "../../desk/cell";

export interface Trial {
  question: string;
  preview: Preview;
  /** What is to be known about it, such as that it knew of changes that are not saved. */
  note?: string;
}

export const WANTED = 3;

/** The latest first; a question asked again shows once. */
export const trials = new Cell<readonly Trial[]>([]);

export function addTrial(trial: Trial): void {
  trials.change((all) => [trial, ...all.filter((one) => one.question !== trial.question)]);
}

export type Verdict = "answers" | "hands over" | "unsure";

interface Judged {
  answer: unknown;
  decision: { hand_over: boolean } | null;
}

/** What a customer would have got. */
export function verdictOf({ answer, decision }: Judged): Verdict {
  if (decision) return decision.hand_over ? "hands over" : "unsure";
  return answer ? "answers" : "unsure";
}
