/** Shares in words: pure, so that they can be reasoned about. */

import { t } from "@lingui/core/macro";
import type { Threshold } from "../../../api/modes";

export const inPercent = (share: number): string => `${Math.round(share * 100)}%`;

/** What the threshold that is looked at would have meant, compared with what was. */
export function inWords({ questions, was, tried, at, used }: Threshold): string {
  if (questions === 0 || tried.answered === null || was.answered === null) {
    return t`There is nothing to compare with yet.`;
  }
  const asked = `${questions} ${questions === 1 ? "question" : "questions"} of the last 30 days`;
  const right =
    tried.right === null
      ? ""
      : t` About ${inPercent(tried.right)} of those answers are expected to be right.`;
  if (Math.abs(at - used) < 0.001)
    return t`${inPercent(tried.answered)} of ${asked} were sure enough.${right}`;
  const before =
    was.right === null
      ? inPercent(was.answered)
      : t`${inPercent(was.answered)}, ${inPercent(was.right)} right`;
  return t`${inPercent(tried.answered)} of ${asked} would have been answered.${right} It was ${before}.`;
}

const WIDTH = 100;
const HEIGHT = 100;

/** A share over the thresholds as the points of a line in a square of 100, its origin at the top left. */
export function line(shares: readonly { threshold: number; share: number | null }[]): string {
  return shares
    .filter((one): one is { threshold: number; share: number } => one.share !== null)
    .map(({ threshold, share }) => `${(threshold * WIDTH).toFixed(1)},${((1 - share) * HEIGHT).toFixed(1)}`)
    .join(" ");
}
