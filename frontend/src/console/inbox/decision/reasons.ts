/** What a decision says of itself, in words, and what of it is worth showing first. */

import { plural, t } from "@lingui/core/macro";
import type { Considered, Decision, MoodStep, Signal } from "../../desk/wire";
import { percent } from "../../shell/locale";
import { inWeight } from "./weight";

export const DOES: Record<Considered["fired"][number]["does"], string> = {
  hand_over: t`hands over`,
  ask_approval: t`lets somebody look first`,
  mark: t`marks`,
};

/** From this share of its threshold on a signal is worth a look by itself. */
const LOUD = 0.5;

const sure = (confidence: number): string =>
  t`The assistant was ${percent(confidence)} confident of its own answer.`;

const ruled = ({ name, version }: NonNullable<Decision["rule"]>): string =>
  t`Rule “${name}”, version ${version}.`;

function unruled(passed: boolean, label: string | null): string {
  if (!passed) return t`No rule spoke up.`;
  return label ? t`No rule decided this: ${label}.` : t`No rule decided this: a person was needed.`;
}

export function inSentences({ action, rule, label, confidence }: Decision): string {
  const own = confidence === null ? [] : [sure(confidence)];
  const passed = action === "handover" || action === "held" || action === "off";
  return [rule ? ruled(rule) : unruled(passed, label), ...own].join(" ");
}

/** What was considered beside the rule that decided, which is named already. */
export function besides({ fired, nearly }: Considered, deciding: string | undefined): Considered {
  return { fired: fired.filter(({ rule }) => rule !== deciding), nearly };
}

/** The signals that were heard, and those that were not. */
export function loudAndQuiet(signals: readonly Signal[]): { loud: Signal[]; quiet: Signal[] } {
  const sorted = inWeight(signals);
  const isLoud = ({ value, threshold }: Signal): boolean => value >= threshold * LOUD;
  return { loud: sorted.filter(isLoud), quiet: sorted.filter((signal) => !isLoud(signal)) };
}

export interface Mood {
  label: string;
  steps: MoodStep[];
  threshold: number;
}

/** The mood whose way is worth a line: over at least two messages, and heard in one of them; the louder of two. */
export function moodOf({ courses, signals }: Decision): Mood | null {
  const moods = signals.flatMap((signal): Mood[] => {
    const steps = courses[signal.name] ?? [];
    const heard = steps.some(({ value }) => value >= signal.threshold * LOUD);
    return steps.length > 1 && heard ? [{ label: signal.label, steps, threshold: signal.threshold }] : [];
  });
  const last = ({ steps }: Mood): number => steps.at(-1)?.value ?? 0;
  return moods.sort((a, b) => last(b) - last(a))[0] ?? null;
}

/** "Anger rose from 12% to 84% over 3 messages". */
export function courseInWords(label: string, steps: readonly MoodStep[]): string {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return "";
  const over = plural(steps.length, { one: "over # message", other: "over # messages" });
  const change = last.value - first.value;
  const [from, to] = [percent(first.value), percent(last.value)];
  if (Math.abs(change) < 0.05) return t`${label} stayed at about ${to} ${over}`;
  return change > 0
    ? t`${label} rose from ${from} to ${to} ${over}`
    : t`${label} fell from ${from} to ${to} ${over}`;
}

/** The message at which it rose most; null where it never rose by much. */
export function turnedAt(steps: readonly MoodStep[]): number | null {
  let most = { seq: 0, rise: 0.25 };
  for (const [index, step] of steps.entries()) {
    const before = steps[index - 1];
    if (before && step.value - before.value > most.rise)
      most = { seq: step.seq, rise: step.value - before.value };
  }
  return most.seq || null;
}
