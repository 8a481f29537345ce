/** Gaps in words: what became of the questions, and what an article did for them; pure. */

import { t } from "@lingui/core/macro";
import type { GapOutcome, GapRow } from "../../api/learning";

export const OUTCOMES: Record<GapOutcome, string> = {
  handover: t`A person had to answer`,
  unsure: t`Not answered`,
  left: t`Left without an answer`,
  asked_again: t`Asked again`,
  corrected: t`Answered wrongly`,
};

const COUNTED: Record<GapOutcome, string> = {
  handover: t`reached a person`,
  unsure: t`not answered`,
  left: t`left without an answer`,
  asked_again: t`asked again`,
  corrected: t`answered wrongly`,
};

const WORST_FIRST: GapOutcome[] = ["corrected", "left", "asked_again", "unsure", "handover"];

/** "6 questions: 2 left without an answer, 4 reached a person"; what hurts most first. */
export function questionsInWords({
  questions_count: count,
  outcomes,
}: Pick<GapRow, "questions_count" | "outcomes">): string {
  const became = WORST_FIRST.filter((outcome) => outcomes[outcome]);
  const questions = count === 1 ? "1 question" : t`${count} questions`;
  const [only] = became;
  if (!only) return questions;
  if (became.length > 1) {
    return `${questions}: ${became.map((outcome) => `${outcomes[outcome]} ${COUNTED[outcome]}`).join(", ")}`;
  }
  return count === 1 ? `${questions}, ${COUNTED[only]}` : t`${questions}, all ${COUNTED[only]}`;
}

/** What the published article did. */
export function sinceInWords({ asked, answered }: { asked: number; answered: number }): string {
  if (asked === 0) return t`Nobody has asked since.`;
  if (answered === asked)
    return asked === 1 ? t`Asked once since, and answered.` : t`All ${asked} asked since were answered.`;
  return t`${answered} of ${asked} asked since were answered.`;
}

/** A gap's share of the worst one's harm, 0..1, for a bar. */
export const shareOf = (harm: number, worst: number): number => (worst > 0 ? Math.min(1, harm / worst) : 0);
