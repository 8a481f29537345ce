/** What the plan, its standing and its invoices are called, and what they mean; pure. */

import { plural, t } from "@lingui/core/macro";
import type { Billing, Feature, Interval, Invoice, LedgerLine, Plan, TaxId } from "../api/billing";
import { locale, number } from "../shell/locale";
import { money, price, seatMonthCents } from "./money";

const DAY = 86_400_000;

export const FEATURES: Record<Feature, string> = {
  control_room: t`Control room: watch the assistant live, guide it, take over`,
  sla: t`Reply-time promises with clocks and alarms`,
  sso: t`Single sign-on with your identity provider`,
};

/** In every plan, whatever it costs. */
export const ALWAYS = t`In every plan: rules and replay, the audit log, export and erasure, and the API. Viewers and invitations that are not accepted yet cost nothing.`;

export const count = (value: number): string => number(value);

export const seatsInWords = (value: number): string => plural(value, { one: "# seat", other: "# seats" });

/** "30 November", with the year where it is another. */
export function dayOf(iso: string, now: number = Date.now(), inLocale = locale()): string {
  const then = new Date(iso);
  const year = then.getFullYear() === new Date(now).getFullYear() ? {} : ({ year: "numeric" } as const);
  return new Intl.DateTimeFormat(inLocale, { day: "numeric", month: "long", ...year }).format(then);
}

/** "1 – 30 Nov", both days included; the end of a period is the moment in which the next begins. */
export function spanOf(start: string, end: string, inLocale = locale()): string {
  const last = new Date(Math.max(Date.parse(start), Date.parse(end) - 1));
  const words = new Intl.DateTimeFormat(inLocale, { day: "numeric", month: "short", year: "numeric" });
  return words.formatRange(new Date(start), last);
}

/** Whole days until then, begun ones counted; never below 0. */
export const daysUntil = (iso: string, now: number = Date.now()): number =>
  Math.max(0, Math.ceil((Date.parse(iso) - now) / DAY));

/** A subscription with Stripe stands, also while it is tried or its payment failed. */
export const isSubscribed = ({ interval, standing }: Billing): boolean =>
  interval !== null && standing !== "free" && standing !== "complimentary";

export type Mood = "good" | "warn" | "bad" | "quiet";

/** The word beside the plan's name. */
export function standingOf(billing: Billing): { words: string; mood: Mood } {
  const { standing, ends_at, trial } = billing;
  if (standing === "past_due") return { words: t`Payment failed`, mood: "warn" };
  if (standing === "unpaid") return { words: t`Not paid`, mood: "bad" };
  if (ends_at) {
    const day = dayOf(ends_at);
    return { words: t`Ends on ${day}`, mood: "warn" };
  }
  if (standing === "trial" && trial) {
    const left = trial.days_left;
    return {
      words:
        left === 0
          ? t`Trial, last day`
          : plural(left, { one: "Trial, # day left", other: "Trial, # days left" }),
      mood: "quiet",
    };
  }
  if (standing === "complimentary") return { words: t`Given to you`, mood: "good" };
  if (standing === "active") return { words: t`Active`, mood: "good" };
  return { words: t`No subscription`, mood: "quiet" };
}

/** What the plan costs and what happens next, in a sentence or two. */
export function whatNext(billing: Billing): string {
  const { plan, standing, interval, trial, renews_at, ends_at } = billing;
  if (standing === "complimentary")
    return t`Whoever runs Baton gave you this plan. Nothing is charged for it.`;
  if (!isSubscribed(billing)) {
    if (standing === "trial" && trial) {
      const [name, day] = [plan.name, dayOf(trial.ends_at)];
      return t`You try everything that ${name} has, without a card, until ${day}. Without a subscription you are on the free plan from then on: nothing is deleted, and conversations go on.`;
    }
    return t`Free, for as long as you like. Nothing is charged.`;
  }
  const each = price(seatMonthCents(plan, interval ?? "month"));
  const paid =
    interval === "year"
      ? t`${each} a seat and month, paid yearly.`
      : t`${each} a seat and month, paid monthly.`;
  const next = afterThat({ ends_at, trial: standing === "trial" ? trial : null, renews_at });
  return next ? `${paid} ${next}` : paid;
}

/** What comes of a subscription by itself. */
function afterThat({ ends_at, trial, renews_at }: Pick<Billing, "ends_at" | "trial" | "renews_at">): string {
  const at = ends_at ?? trial?.ends_at ?? renews_at;
  if (!at) return "";
  const day = dayOf(at);
  if (ends_at) return t`It was cancelled: you keep it until ${day}, and are on the free plan after that.`;
  if (trial) return t`What is left of your trial is yours: nothing is charged before ${day}.`;
  return t`Renews on ${day}.`;
}

/** What a plan has, line by line, as its card tells it. */
export function pointsOf(plan: Plan): string[] {
  const each = price(plan.overage_cents ?? 0);
  const [included, days] = [plan.included, plan.history_days];
  const beyond =
    plan.overage_cents === null
      ? t`After those your people take over`
      : t`Beyond those ${each} each, only if you switch it on`;
  return [
    plan.seats_most === null ? t`As many seats as you pay for` : seatsInWords(plan.seats_most),
    plural(included, {
      one: "# resolution by the assistant a month",
      other: "# resolutions by the assistant a month",
    }),
    beyond,
    days === null
      ? t`Your whole history`
      : plural(days, { one: "# day of history", other: "# days of history" }),
    ...plan.features.map((feature) => FEATURES[feature]),
  ];
}

export const intervalName = (interval: Interval): string => (interval === "month" ? t`Monthly` : t`Yearly`);

const INVOICE: Record<Invoice["status"], { words: string; mood: Mood }> = {
  draft: { words: t`Being made`, mood: "quiet" },
  open: { words: t`To be paid`, mood: "warn" },
  paid: { words: t`Paid`, mood: "good" },
  uncollectible: { words: t`Not collected`, mood: "bad" },
  void: { words: t`Void`, mood: "quiet" },
};

export const invoiceState = ({ status }: Pick<Invoice, "status">): { words: string; mood: Mood } =>
  INVOICE[status];

/** What became of a line of the ledger; where nobody is billed nothing is charged or credited. */
export function lineState(line: LedgerLine, billed: boolean): { words: string; mood: Mood } {
  if (line.credit) return { words: billed ? t`Credited` : t`Taken back`, mood: "quiet" };
  if (line.dispute?.state === "open") return { words: t`Disputed`, mood: "warn" };
  return line.charged || !billed
    ? { words: t`Counted`, mood: "good" }
    : { words: t`Not charged`, mood: "quiet" };
}

export const taxIdState = ({ state }: TaxId): { words: string; mood: Mood } => {
  switch (state) {
    case "verified":
      return { words: t`Verified`, mood: "good" };
    case "pending":
    case "":
      return { words: t`Being checked`, mood: "quiet" };
    case "unverified":
      return { words: t`Could not be verified`, mood: "warn" };
    case "unavailable":
      return { words: t`Cannot be checked`, mood: "quiet" };
  }
};

/** "About 640 by 30 November, between 590 and 700." */
export function forecastInWords({ usage, period }: Pick<Billing, "usage" | "period">): string {
  const { forecast, paused } = usage;
  if (paused) return t`The assistant pauses, so no more are added in this period.`;
  if (!forecast) return t`It is too early to say how many it will be.`;
  const day = dayOf(new Date(Date.parse(period.end) - 1).toISOString());
  const [about, low, high] = [count(forecast.by_end), count(forecast.low), count(forecast.high)];
  return low === high
    ? t`At this pace about ${about} by ${day}.`
    : t`At this pace about ${about} by ${day}, likely between ${low} and ${high}.`;
}

/** What is not to be missed about usage; null while all is well. */
export function usageWarning({ usage, overage, period }: Billing): string | null {
  const { net, included, cap, forecast, paused } = usage;
  const end = dayOf(period.end);
  if (paused) {
    return t`The assistant begins no new conversation until ${end}. They go to your people, or a message is taken; what it answers already goes on.`;
  }
  if (cap === null || forecast === null || forecast.by_end <= cap) return null;
  const left = leftInWords(Math.max(0, cap - net), cap === included);
  const usedUp = cap === included ? forecast.used_up_on : null;
  const day = usedUp ? dayOf(usedUp) : end;
  const when = usedUp
    ? t`At this pace it is used up about ${day}, and your people get new conversations from then on.`
    : t`At this pace it is used up before ${day}, and your people get new conversations from then on.`;
  const way =
    overage.on || overage.unit_cents === null ? "" : t`You can allow more under “Beyond the bundle”.`;
  return [left, when, way].filter(Boolean).join(" ");
}

const leftInWords = (left: number, ofBundle: boolean): string =>
  ofBundle
    ? plural(left, { one: "# is left of the bundle.", other: "# are left of the bundle." })
    : plural(left, { one: "# is left of your limit.", other: "# are left of your limit." });

/** A plan is changed only while nothing is owed and nothing ends. */
export const mayChange = ({ ends_at, dunning }: Billing): boolean => ends_at === null && dunning === null;

/** A sum that may be given back: "−€12.40". */
export function given(cents: number, currency: string): string {
  return cents < 0 ? `−${money(-cents, currency)}` : money(cents, currency);
}

/** What the sum of a running bill leaves out. */
export const withoutWords = ({ discount }: Pick<Billing, "discount">): string =>
  discount ? t`Without tax, before your discount` : t`Without tax`;
