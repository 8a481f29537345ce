/** What a decision says of itself, in words, and what of it is worth showing first. */

import { t } from "@lingui/core/macro";
import type { Considered, Decision, MoodStep, Signal } from "../../desk/wire";
import { inWeight } from "./weight";

export const DOES: Record<Considered["fired"][number]["does"], string> = {
  hand_over: t`hands over`,
  ask_approval: t`lets somebody look first`,
  mark: "marks",
};

/** From this share of its threshold on a signal is worth a look by itself. */
const LOUD = 0.5;

const sure = (confidence: number): string =>
  t` The assistant was ${Math.round(confidence * 100)}% confident of its own answer.`;

export function inSentences({ action, rule, label, confidence }: Decision): string {
  const own = confidence === null ? "" : sure(confidence);
  if (rule) return t`Rule “${rule.name}”, version ${rule.version}.${own}`;
  if (action === "handover" || action === "held" || action === "off")
    return t`No rule decided this: ${label ?? t`a person was needed`}.${own}`;
  return t`No rule spoke up.${own}`;
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

const percent = (value: number): string => `${Math.round(value * 100)}%`;

/** "Anger rose from 12% to 84% over 3 messages". */
export function courseInWords(label: string, steps: readonly MoodStep[]): string {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return "";
  const over = t`over ${steps.length} messages`;
  const change = last.value - first.value;
  if (Math.abs(change) < 0.05) return t`${label} stayed at about ${percent(last.value)} ${over}`;
  return `${label} ${change > 0 ? "rose" : "fell"} from ${percent(first.value)} to ${percent(last.value)} ${over}`;
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
