/** The ladder of a wait, as the page edits it; pure. */

import { t } from "@lingui/core/macro";
import type { Asked, Rung } from "../../api/routing";

/** In the order in which they are usually let go of. */
export const ALL: readonly Asked[] = ["language", "level", "skill", "team", "everybody"];

export const SAYS: Record<Asked, string> = {
  language: t`People who do not speak the customer’s language`,
  level: t`People whose skill is less strong`,
  skill: t`People without the skill`,
  team: t`People of other teams`,
  everybody: t`Everybody who is online and has room, also outside of their shift`,
};

/** Minutes until it is let go of; null when it never is. */
export function minutesOf(ladder: readonly Rung[], ask: Asked): number | null {
  const rung = ladder.find(({ drops }) => drops === ask);
  return rung ? rung.after_seconds / 60 : null;
}

/** The ladder with another time for one step, or without it. */
export function withMinutes(ladder: readonly Rung[], ask: Asked, minutes: number | null): Rung[] {
  const others = ladder.filter(({ drops }) => drops !== ask);
  const wanted = minutes === null ? [] : [{ drops: ask, after_seconds: Math.round(minutes * 60) }];
  return [...others, ...wanted].sort(
    (one, other) =>
      one.after_seconds - other.after_seconds || ALL.indexOf(one.drops) - ALL.indexOf(other.drops),
  );
}
