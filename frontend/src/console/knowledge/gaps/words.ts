/** Gaps in words: what became of the questions, and what an article did for them; pure. */

import { plural, t } from "@lingui/core/macro";
import type { GapOutcome, GapRow } from "../../api/learning";

export const OUTCOMES: Record<GapOutcome, string> = {
  handover: t`A person had to answer`,
  unsure: t`Not answered`,
  left: t`Left without an answer`,
  asked_again: t`Asked again`,
  corrected: t`Answered wrongly`,
};

/** So many of several questions. */
const SOME: Record<GapOutcome, (count: number) => string> = {
  handover: (count) => t`${count} reached a person`,
  unsure: (count) => t`${count} not answered`,
  left: (count) => t`${count} left without an answer`,
  asked_again: (count) => t`${count} asked again`,
  corrected: (count) => t`${count} answered wrongly`,
};

/** All of them, or the only one. */
const ALL: Record<GapOutcome, (count: number) => string> = {
  handover: (count) =>
    plural(count, { one: "# question, reached a person", other: "# questions, all reached a person" }),
  unsure: (count) =>
    plural(count, { one: "# question, not answered", other: "# questions, all not answered" }),
  left: (count) =>
    plural(count, {
      one: "# question, left without an answer",
      other: "# questions, all left without an answer",
    }),
  asked_again: (count) =>
    plural(count, { one: "# question, asked again", other: "# questions, all asked again" }),
  corrected: (count) =>
    plural(count, { one: "# question, answered wrongly", other: "# questions, all answered wrongly" }),
};

const WORST_FIRST: GapOutcome[] = ["corrected", "left", "asked_again", "unsure", "handover"];

/** "6 questions: 2 left without an answer, 4 reached a person"; what hurts most first. */
export function questionsInWords({
  questions_count: count,
  outcomes,
}: Pick<GapRow, "questions_count" | "outcomes">): string {
  const became = WORST_FIRST.filter((outcome) => outcomes[outcome]);
  const [only] = became;
  if (only && became.length === 1) return ALL[only](count);
  const questions = plural(count, { one: "# question", other: "# questions" });
  if (!only) return questions;
  return `${questions}: ${became.map((outcome) => SOME[outcome](outcomes[outcome] ?? 0)).join(", ")}`;
}

/** What the published article did. */
export function sinceInWords({ asked, answered }: { asked: number; answered: number }): string {
  if (asked === 0) return t`Nobody has asked since.`;
  if (answered === asked) {
    return plural(asked, {
      one: "Asked once since, and answered.",
      other: "All # asked since were answered.",
    });
  }
  return t`${answered} of ${asked} asked since were answered.`;
}

/** A gap's share of the worst one's harm, 0..1, for a bar. */
export const shareOf = (harm: number, worst: number): number => (worst > 0 ? Math.min(1, harm / worst) : 0);
