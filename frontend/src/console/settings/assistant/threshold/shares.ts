/** Shares in words: pure, so that they can be reasoned about. */

import { plural, t } from "@lingui/core/macro";
import type { Threshold } from "../../../api/modes";
import { number } from "../../../shell/locale";

export const inPercent = (share: number): string => number(share, { style: "percent" });

/** What the threshold that is looked at would have meant, compared with what was. */
export function inWords({ questions, was, tried, at, used }: Threshold): string {
  if (questions === 0 || tried.answered === null || was.answered === null) {
    return t`There is nothing to compare with yet.`;
  }
  const share = inPercent(tried.answered);
  const same = Math.abs(at - used) < 0.001;
  const answered = same
    ? plural(questions, {
        one: `${share} of # question of the last 30 days were sure enough.`,
        other: `${share} of # questions of the last 30 days were sure enough.`,
      })
    : plural(questions, {
        one: `${share} of # question of the last 30 days would have been answered.`,
        other: `${share} of # questions of the last 30 days would have been answered.`,
      });
  return [answered, rightInWords(tried.right), same ? "" : beforeInWords(was.answered, was.right)]
    .filter(Boolean)
    .join(" ");
}

function rightInWords(right: number | null): string {
  if (right === null) return "";
  const share = inPercent(right);
  return t`About ${share} of those answers are expected to be right.`;
}

function beforeInWords(answered: number, right: number | null): string {
  const share = inPercent(answered);
  if (right === null) return t`It was ${share}.`;
  const ofThem = inPercent(right);
  return t`It was ${share}, ${ofThem} right.`;
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
