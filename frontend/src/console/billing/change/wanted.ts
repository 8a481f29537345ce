/** What somebody chooses in the dialog, before anything is asked of the server; pure. */

import { t } from "@lingui/core/macro";
import type { Billing, Interval, PlanKey, Wanted } from "../../api/billing";
import { isSubscribed } from "../words";

export const MOST_SEATS = 1_000;

/** What is typed may be empty for a moment. */
export interface Typed extends Omit<Wanted, "seats"> {
  seats: number | null;
}

/** People who have a seat, and at least one. */
export const fewestSeats = ({ seats }: Billing): number => Math.max(1, seats.taken);

/** What the dialog begins with: what was asked for, else what there is, else the first plan that is paid. */
export function firstTyped(
  billing: Billing,
  asked: { plan: PlanKey | null; interval: Interval | null },
): Typed {
  const paid = billing.plan.key === "free" ? "team" : billing.plan.key;
  const has = isSubscribed(billing) ? billing.seats.limit : null;
  return {
    plan: asked.plan && asked.plan !== "free" ? asked.plan : paid,
    interval: asked.interval ?? billing.interval ?? "month",
    seats: has ?? Math.max(1, billing.seats.taken + billing.seats.invited),
  };
}

/** Why it cannot go on; null where it can. */
export function hindranceOf({ plan, interval, seats }: Typed, billing: Billing): string | null {
  if (seats === null || seats < 1) return t`Say how many seats you want.`;
  if (seats > MOST_SEATS) return t`For more than ${MOST_SEATS} seats write to us.`;
  const same =
    isSubscribed(billing) &&
    plan === billing.plan.key &&
    interval === billing.interval &&
    seats === billing.seats.limit;
  return same ? t`This is what you have.` : null;
}

/** How many resolutions to reckon with: the forecast, else what was counted so far. */
export const usualResolutions = ({ usage }: Billing): number =>
  usage.forecast?.by_end ?? Math.max(0, usage.net);
