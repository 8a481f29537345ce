/** Money in words, and what plans come to; pure. Amounts are whole cents. */

import type { Bill, Interval, Plan } from "../api/billing";
import { locale } from "../shell/locale";

/** The currency of the prices; a bill says its own. */
export const CURRENCY = "EUR";

/** "€1,240.00": as on a bill, always with its cents. */
export function money(cents: number, currency: string = CURRENCY, inLocale = locale()): string {
  const style = { style: "currency", currency: currency.toUpperCase() } as const;
  return new Intl.NumberFormat(inLocale, style).format(cents / 100);
}

/** "€29", "€0.49": as in a list of prices, without cents where there are none. */
export function price(cents: number, currency: string = CURRENCY, inLocale = locale()): string {
  const style = {
    style: "currency",
    currency: currency.toUpperCase(),
    trailingZeroDisplay: "stripIfInteger",
  } as const;
  return new Intl.NumberFormat(inLocale, style).format(cents / 100);
}

export const seatCents = (plan: Plan, interval: Interval): number =>
  interval === "month" ? plan.month_cents : plan.year_cents;

/** What a seat of a plan costs in a month, also where a whole year is paid: rounded to a cent. */
export const seatMonthCents = (plan: Plan, interval: Interval): number =>
  interval === "month" ? plan.month_cents : Math.round(plan.year_cents / 12);

/** How many months a year gives for free. */
export function monthsSaved(plan: Plan): number {
  if (plan.month_cents === 0) return 0;
  return Math.round(12 - plan.year_cents / plan.month_cents);
}

export interface Estimate {
  /** The seats, for one interval. */
  seats_cents: number;
  /** Resolutions beyond the bundle, in a month. */
  beyond: number;
  /** What those cost in a month where they are bought. */
  beyond_cents: number;
  /** All of it in a month, where they are bought. */
  month_cents: number;
}

export interface Expected {
  interval: Interval;
  seats: number;
  /** Resolutions in a month. */
  resolutions: number;
}

/** What a plan would come to, without tax. */
export function estimate(plan: Plan, { interval, seats, resolutions }: Expected): Estimate {
  const beyond = Math.max(0, resolutions - plan.included);
  const beyondCents = beyond * (plan.overage_cents ?? 0);
  const seatsCents = seats * seatCents(plan, interval);
  const seatsMonth = interval === "month" ? seatsCents : Math.round(seatsCents / 12);
  return {
    seats_cents: seatsCents,
    beyond,
    beyond_cents: beyondCents,
    month_cents: seatsMonth + beyondCents,
  };
}

/** How many more resolutions a limit in money buys. */
export const boughtBy = (limitCents: number, unitCents: number): number =>
  unitCents > 0 ? Math.floor(limitCents / unitCents) : 0;

/** Whether there is anything on the bill to speak of. */
export const isEmpty = (bill: Bill): boolean => bill.lines.length === 0 && bill.total_cents === 0;
