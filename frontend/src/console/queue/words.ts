/** The words and numbers of the Queue page; pure. */

import { t } from "@lingui/core/macro";
import type { Range, Share, Wait, WaitKind } from "../api/queue";
import { number, percent } from "../shell/locale";

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
  left: t({ message: "left", context: "the queue" }),
  closed: t({ message: "resolved", context: "a wait" }),
  moved: t`moved on`,
  rested: t`asked for a call`,
};

/** Seconds as one says them: "40 s", "4 min", "1 h 05". */
export function secondsInWords(seconds: number): string {
  if (seconds < 60) return t`${{ seconds: Math.round(seconds) }} s`;
  if (seconds < 3600) return t`${{ minutes: Math.round(seconds / 60) }} min`;
  const hours = Math.floor(seconds / 3600);
  const minutes = String(Math.round((seconds % 3600) / 60)).padStart(2, "0");
  return t`${hours} h ${minutes}`;
}

/** A range as the customer was told it. */
export function rangeInWords({ low, high }: Range): string {
  const span = (unit: number, fraction: number) => {
    const [from, to] = [low, high].map((one) => number(Math.round((one / unit) * fraction) / fraction));
    return `${from}–${to}`;
  };
  if (high < 120) return t`${{ range: span(1, 1) }} s`;
  if (high < 6000) return t`${{ range: span(60, 2) }} min`;
  return t`${{ range: span(3600, 10) }} h`;
}

/** Whether what was stated lies within what was measured, in a sentence. */
export function verdictOf(share: Share | null, stated: number, told: number): string {
  if (!share) return t`No range was put to the test yet.`;
  const [should, did] = [percent(stated), percent(share.value)];
  const means =
    share.low > stated
      ? t`The ranges are wider than they need to be.`
      : share.high < stated
        ? t`The ranges are too narrow: people wait longer or shorter than told.`
        : t`That is as good as stated.`;
  return `${t`Stated ${should}, held ${did} of ${told}.`} ${means}`;
}
