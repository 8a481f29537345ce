/** How many seats are free, and in words how they are taken; pure. */

import { t } from "@lingui/core/macro";
import type { Seats } from "../api/people";

export const seatsLeft = ({ limit, taken }: Seats): number => Math.max(0, limit - taken);

export function seatsInWords({ limit, taken, invited }: Seats): string {
  const seats = limit === 1 ? "seat" : "seats";
  const waiting = invited > 0 ? t`, ${invited} invited` : "";
  if (taken > limit) return t`${taken} people have a seat, and the plan has ${limit}${waiting}.`;
  return t`${taken} of ${limit} ${seats} taken${waiting}.`;
}

/** Before `more` people are invited: what they should know who invite; null where there is room for all. */
export function beforeInviting(seats: Seats, more: number): string | null {
  const left = seatsLeft(seats);
  if (left === 0)
    return `No seat is left (${seats.taken} of ${seats.limit}). Viewers need none; for anybody else add a seat first.`;
  if (more + seats.invited > left)
    return `${left === 1 ? t`1 seat is` : t`${left} seats are`} left for ${more + seats.invited} invitations: who accepts first gets one, the others wait.`;
  return null;
}
