/** What happens beyond the bundle, as one choice of three; pure. */

import type { Billing, Limits } from "../../api/billing";

export type Beyond = "stop" | "limited" | "open";

export interface LimitFields {
  beyond: Beyond;
  /** Null while nothing is typed. */
  limit_cents: number | null;
}

/** What is offered first to who sets a limit. */
export const FIRST_LIMIT = 50_00;

export const fieldsOf = ({ on, limit_cents }: Billing["overage"]): LimitFields => ({
  beyond: !on ? "stop" : limit_cents === null ? "open" : "limited",
  limit_cents,
});

export function limitsOf({ beyond, limit_cents }: LimitFields): Limits {
  if (beyond === "stop") return { overage: false, overage_limit_cents: null };
  return { overage: true, overage_limit_cents: beyond === "open" ? null : limit_cents };
}
