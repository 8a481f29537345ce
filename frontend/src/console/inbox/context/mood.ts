/** The customer's mood through the thread: where its line runs, and what it says in words. */

import { t } from "@lingui/core/macro";
export interface MoodPoint {
  seq: number;
  /** From -1 (bad) to 1 (good). */
  value: number;
}

export interface Drawn {
  seq: number;
  x: number;
  y: number;
}

const clamp = (value: number): number => Math.max(-1, Math.min(1, value));

/** Points spread evenly over the width; good is up. */
export function line(mood: readonly MoodPoint[], width: number, height: number, margin: number): Drawn[] {
  const step = mood.length > 1 ? (width - 2 * margin) / (mood.length - 1) : 0;
  return mood.map(({ seq, value }, index) => ({
    seq,
    x: margin + index * step,
    y: margin + ((1 - clamp(value)) / 2) * (height - 2 * margin),
  }));
}

function feeling(value: number): string {
  if (value <= -0.6) return t({ message: "very unhappy", context: "a customer" });
  if (value <= -0.2) return t({ message: "unhappy", context: "a customer" });
  if (value < 0.2) return t({ message: "calm", context: "a customer" });
  return t({ message: "content", context: "a customer" });
}

/** "Content at first, very unhappy now". */
export function inWords(mood: readonly MoodPoint[]): string {
  const [first, last] = [mood[0], mood.at(-1)];
  if (!first || !last) return "";
  const [before, now] = [feeling(first.value), feeling(last.value)];
  const words = before === now ? t`${now} throughout` : t`${before} at first, ${now} now`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const TURN = 0.25;

/** The message at which the mood fell most; null when it never fell far enough to call it a turn. */
export function turningPoint(mood: readonly MoodPoint[]): number | null {
  let worst: { seq: number; fall: number } = { seq: 0, fall: TURN };
  for (const [index, point] of mood.entries()) {
    const before = mood[index - 1];
    const fall = before ? before.value - point.value : 0;
    if (fall > worst.fall) worst = { seq: point.seq, fall };
  }
  return worst.fall > TURN ? worst.seq : null;
}
