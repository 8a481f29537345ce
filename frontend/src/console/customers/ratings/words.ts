/** Ratings in words: what each number means, how sure a share is, and who had the conversation. */

import { t } from "@lingui/core/macro";
import type { Rated, Share } from "../../api/surveys";

export const SATISFACTION = [t`Very bad`, t`Bad`, t`Okay`, t`Good`, t`Very good`] as const;
export const EFFORT = [t`Very hard`, t`Hard`, t`So-so`, t`Easy`, t`Very easy`] as const;

export const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** Of how many, and where it lies nineteen times of twenty. */
export function surenessOf(share: Share | null, what: string): string {
  if (!share) return t`Nobody ${what} yet.`;
  return `Of ${share.of}; most likely between ${percent(share.low)} and ${percent(share.high)}.`;
}

export const toneOf = (satisfaction: number): "bad" | "middle" | "good" =>
  satisfaction <= 2 ? "bad" : satisfaction === 3 ? "middle" : "good";

export const satisfactionWords = (value: number): string =>
  t`${value} of 5 · ${SATISFACTION[value - 1] ?? ""}`;

export const effortWords = (value: number): string => EFFORT[value - 1] ?? "";

export function holderWords({ holder, agent, team }: Pick<Rated, "holder" | "agent" | "team">): string {
  if (holder === "assistant") return t`The assistant had it`;
  if (holder === "queue") return team ? t`Nobody of ${team.name} had taken it` : t`Nobody had taken it`;
  return [agent?.name ?? t`Somebody who left`, team?.name].filter(Boolean).join(", ");
}

/** Why there is no answer. */
export function silenceWords({ refused, dismissed, channel }: Rated): string {
  if (refused) return t`Wants to be asked no more`;
  if (dismissed) return t`Put the question away`;
  return channel === "mail" ? t`Has not answered the letter` : t`Has not answered`;
}
