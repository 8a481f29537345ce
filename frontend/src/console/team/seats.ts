/** How many seats are free, and in words how they are taken; pure. */

import { plural, t } from "@lingui/core/macro";
import type { Seats } from "../api/people";

export const seatsLeft = ({ limit, taken }: Seats): number => Math.max(0, limit - taken);

export function seatsInWords({ limit, taken, invited }: Seats): string {
  if (taken > limit)
    return invited > 0
      ? t`${taken} people have a seat, and the plan has ${limit}, ${invited} invited.`
      : t`${taken} people have a seat, and the plan has ${limit}.`;
  if (invited > 0)
    return plural(limit, {
      one: `${taken} of # seat taken, ${invited} invited.`,
      other: `${taken} of # seats taken, ${invited} invited.`,
    });
  return plural(limit, { one: `${taken} of # seat taken.`, other: `${taken} of # seats taken.` });
}

/** Before `more` people are invited: what they should know who invite; null where there is room for all. */
export function beforeInviting(seats: Seats, more: number): string | null {
  const { taken, limit } = seats;
  const all = more + seats.invited;
  const left = seatsLeft(seats);
  if (left === 0)
    return t`No seat is left (${taken} of ${limit}). Viewers need none; for anybody else add a seat first.`;
  if (all > left)
    return plural(left, {
      one: `# seat is left for ${all} invitations: who accepts first gets it, the others wait.`,
      other: `# seats are left for ${all} invitations: who accepts first gets one, the others wait.`,
    });
  return null;
}
