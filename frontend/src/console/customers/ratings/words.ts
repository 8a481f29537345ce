/** Ratings in words: what each number means, how sure a share is, and who had the conversation. */

import { plural, t } from "@lingui/core/macro";
import type { Rated, Share } from "../../api/surveys";
import { number } from "../../shell/locale";

export const SATISFACTION = [t`Very bad`, t`Bad`, t`Okay`, t`Good`, t`Very good`] as const;
export const EFFORT = [t`Very hard`, t`Hard`, t`So-so`, t`Easy`, t`Very easy`] as const;

export const percent = (share: number): string =>
  number(share, { style: "percent", maximumFractionDigits: 0 });

/** Of how many, and where it lies nineteen times of twenty; null where nothing is known. */
export function surenessOf(share: Share | null): string | null {
  if (!share) return null;
  const [of, low, high] = [number(share.of), percent(share.low), percent(share.high)];
  return t`Of ${of}; most likely between ${low} and ${high}.`;
}

export type Counted = "satisfied" | "low" | "low_open" | "asked" | "answered" | "commented";

/** A number with what it counts. */
export const COUNTED: Record<Counted, (count: number) => string> = {
  satisfied: (count) => plural(count, { one: "# satisfied", other: "# satisfied" }),
  low: (count) => plural(count, { one: "# low", other: "# low" }),
  low_open: (count) => plural(count, { one: "# low, without a reply", other: "# low, without a reply" }),
  asked: (count) => plural(count, { one: "# asked", other: "# asked" }),
  answered: (count) => plural(count, { one: "# answered", other: "# answered" }),
  commented: (count) => plural(count, { one: "# with words", other: "# with words" }),
};

export const toneOf = (satisfaction: number): "bad" | "middle" | "good" =>
  satisfaction <= 2 ? "bad" : satisfaction === 3 ? "middle" : "good";

export function satisfactionWords(value: number): string {
  const words = SATISFACTION[value - 1] ?? "";
  return t`${value} of 5 · ${words}`;
}

const DONE = [
  t`Very hard to get done`,
  t`Hard to get done`,
  t`So-so to get done`,
  t`Easy to get done`,
  t`Very easy to get done`,
] as const;

/** How easy it was, as it stands in a line of its own. */
export const effortDone = (value: number): string => DONE[value - 1] ?? "";

export const effortWords = (value: number): string => EFFORT[value - 1] ?? "";

export function holderWords({ holder, agent, team }: Pick<Rated, "holder" | "agent" | "team">): string {
  if (holder === "assistant") return t`The assistant had it`;
  const name = team?.name;
  if (holder === "queue") return name ? t`Nobody of ${name} had taken it` : t`Nobody had taken it`;
  return [agent?.name ?? t`Somebody who left`, name].filter(Boolean).join(", ");
}

/** Why there is no answer. */
export function silenceWords({ refused, dismissed, channel }: Rated): string {
  if (refused) return t`Wants to be asked no more`;
  if (dismissed) return t`Put the question away`;
  return channel === "mail" ? t`Has not answered the letter` : t`Has not answered`;
}
