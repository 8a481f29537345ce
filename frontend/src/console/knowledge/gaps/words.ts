/** Gaps in words: what became of the questions, and what an article did for them; pure. */

import type { GapOutcome, GapRow } from "../../api/learning";

export const OUTCOMES: Record<GapOutcome, string> = {
  handover: "A person had to answer",
  unsure: "Not answered",
  left: "Left without an answer",
  asked_again: "Asked again",
  corrected: "Answered wrongly",
};

const COUNTED: Record<GapOutcome, string> = {
  handover: "reached a person",
  unsure: "not answered",
  left: "left without an answer",
  asked_again: "asked again",
  corrected: "answered wrongly",
};

const WORST_FIRST: GapOutcome[] = ["corrected", "left", "asked_again", "unsure", "handover"];

/** "6 questions: 2 left without an answer, 4 reached a person"; what hurts most first. */
export function questionsInWords({
  questions_count: count,
  outcomes,
}: Pick<GapRow, "questions_count" | "outcomes">): string {
  const became = WORST_FIRST.filter((outcome) => outcomes[outcome]);
  const questions = count === 1 ? "1 question" : `${count} questions`;
  const [only] = became;
  if (!only) return questions;
  if (became.length > 1) {
    return `${questions}: ${became.map((outcome) => `${outcomes[outcome]} ${COUNTED[outcome]}`).join(", ")}`;
  }
  return count === 1 ? `${questions}, ${COUNTED[only]}` : `${questions}, all ${COUNTED[only]}`;
}

/** What the published article did. */
export function sinceInWords({ asked, answered }: { asked: number; answered: number }): string {
  if (asked === 0) return "Nobody has asked since.";
  if (answered === asked)
    return asked === 1 ? "Asked once since, and answered." : `All ${asked} asked since were answered.`;
  return `${answered} of ${asked} asked since were answered.`;
}

/** A gap's share of the worst one's harm, 0..1, for a bar. */
export const shareOf = (harm: number, worst: number): number => (worst > 0 ? Math.min(1, harm / worst) : 0);
