/** When a new token ends; pure. */

import { t } from "@lingui/core/macro";
export const EXPIRIES = ["7", "30", "90", "365", "never"] as const;
export type Expiry = (typeof EXPIRIES)[number];

export const EXPIRY_NAMES: Record<Expiry, string> = {
  "7": t`In a week`,
  "30": t`In 30 days`,
  "90": t`In 90 days`,
  "365": t`In a year`,
  never: t`Never`,
};

const DAY = 24 * 60 * 60_000;

/** The moment, as the API takes it; null for never. */
export function endOf(expiry: Expiry, now: number): string | null {
  return expiry === "never" ? null : new Date(now + Number(expiry) * DAY).toISOString();
}

const SOON = 7 * DAY;
const LONG = 90 * DAY;

export type Use = "fresh" | "unused" | "dormant" | "used";

/** Whether a token does anything: one that nothing used for long is a door that stands open for nobody. */
export function useOf(token: { created_at: string; last_used_at: string | null }, now: number): Use {
  const { created_at, last_used_at } = token;
  if (last_used_at === null) return now - new Date(created_at).getTime() < SOON ? "fresh" : "unused";
  return now - new Date(last_used_at).getTime() > LONG ? "dormant" : "used";
}

export type Ending = "over" | "soon" | "later" | "never";

/** Whether somebody has to do something about a token's end. */
export function endingOf(expiresAt: string | null, now: number): Ending {
  if (expiresAt === null) return "never";
  const left = new Date(expiresAt).getTime() - now;
  if (left <= 0) return "over";
  return left < SOON ? "soon" : "later";
}
