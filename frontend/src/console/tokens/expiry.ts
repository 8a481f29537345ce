/** When a new token ends; pure. */

export const EXPIRIES = ["30", "90", "365", "never"] as const;
export type Expiry = (typeof EXPIRIES)[number];

export const EXPIRY_NAMES: Record<Expiry, string> = {
  "30": "In 30 days",
  "90": "In 90 days",
  "365": "In a year",
  never: "Never",
};

const DAY = 24 * 60 * 60_000;

/** The moment, as the API takes it; null for never. */
export function endOf(expiry: Expiry, now: number): string | null {
  return expiry === "never" ? null : new Date(now + Number(expiry) * DAY).toISOString();
}

const SOON = 7 * DAY;

export type Ending = "over" | "soon" | "later" | "never";

/** Whether somebody has to do something about a token's end. */
export function endingOf(expiresAt: string | null, now: number): Ending {
  if (expiresAt === null) return "never";
  const left = new Date(expiresAt).getTime() - now;
  if (left <= 0) return "over";
  return left < SOON ? "soon" : "later";
}
