/** Ratings in words: what each number means, how sure a share is, and who had the conversation. */

import type { Rated, Share } from "../../api/surveys";

export const SATISFACTION = ["Very bad", "Bad", "Okay", "Good", "Very good"] as const;
export const EFFORT = ["Very hard", "Hard", "So-so", "Easy", "Very easy"] as const;

export const percent = (share: number): string => `${Math.round(100 * share)}%`;

/** Of how many, and where it lies nineteen times of twenty. */
export function surenessOf(share: Share | null, what: string): string {
  if (!share) return `Nobody ${what} yet.`;
  return `Of ${share.of}; most likely between ${percent(share.low)} and ${percent(share.high)}.`;
}

export const toneOf = (satisfaction: number): "bad" | "middle" | "good" =>
  satisfaction <= 2 ? "bad" : satisfaction === 3 ? "middle" : "good";

export const satisfactionWords = (value: number): string =>
  `${value} of 5 · ${SATISFACTION[value - 1] ?? ""}`;

export const effortWords = (value: number): string => EFFORT[value - 1] ?? "";

export function holderWords({ holder, agent, team }: Pick<Rated, "holder" | "agent" | "team">): string {
  if (holder === "assistant") return "The assistant had it";
  if (holder === "queue") return team ? `Nobody of ${team.name} had taken it` : "Nobody had taken it";
  return [agent?.name ?? "Somebody who left", team?.name].filter(Boolean).join(", ");
}

/** Why there is no answer. */
export function silenceWords({ refused, dismissed, channel }: Rated): string {
  if (refused) return "Wants to be asked no more";
  if (dismissed) return "Put the question away";
  return channel === "mail" ? "Has not answered the letter" : "Has not answered";
}
