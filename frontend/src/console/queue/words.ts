/** The words and numbers of the Queue page; pure. */

import { t } from "@lingui/core/macro";
import type { Range, Share, Wait, WaitKind } from "../api/queue";

export const KINDS: Record<WaitKind, string> = {
  waits: t`Waits`,
  taken: t`Waits that a person ended`,
  left: t`Customers who left the queue`,
  called: t`Customers who asked for a call`,
  no_range: t`Waits without a range`,
  told: t`Ranges whose wait a person ended`,
  held: t`Ranges that held`,
  early: t`A person came earlier than told`,
  late: t`A person came later than told`,
};

export const ENDED: Record<NonNullable<Wait["ended"]>, string> = {
  taken: t`taken by a person`,
  left: "left",
  closed: "resolved",
  moved: t`moved on`,
  rested: t`asked for a call`,
};

/** Seconds as one says them: "40 s", "4 min", "1 h 05". */
export function secondsInWords(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  if (seconds < 3600) return t`${Math.round(seconds / 60)} min`;
  const minutes = Math.round((seconds % 3600) / 60);
  return `${Math.floor(seconds / 3600)} h ${String(minutes).padStart(2, "0")}`;
}

/** A range as the customer was told it. */
export function rangeInWords({ low, high }: Range): string {
  if (high < 120) return `${Math.round(low)}–${Math.round(high)} s`;
  if (high < 6000) return t`${Math.round((low / 60) * 2) / 2}–${Math.round((high / 60) * 2) / 2} min`;
  return `${(low / 3600).toFixed(1)}–${(high / 3600).toFixed(1)} h`;
}

export const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** Whether what was stated lies within what was measured, in a sentence. */
export function verdictOf(share: Share | null, stated: number, told: number): string {
  if (!share) return t`No range was put to the test yet.`;
  const words = t`Stated ${percent(stated)}, held ${percent(share.value)} of ${told}.`;
  if (share.low > stated) return t`${words} The ranges are wider than they need to be.`;
  if (share.high < stated)
    return t`${words} The ranges are too narrow: people wait longer or shorter than told.`;
  return t`${words} That is as good as stated.`;
}
