/** A company on the Team plan in the middle of its month, as the billing page is told of it. */

import type { Billing, Invoice, LedgerLine, Plan, Preview } from "../../../src/console/api/billing";

export const FREE: Plan = {
  key: "free",
  name: "Free",
  for_whom: "For the first steps.",
  month_cents: 0,
  year_cents: 0,
  seats_most: 2,
  included: 100,
  overage_cents: null,
  history_days: 30,
  features: [],
};
export const TEAM: Plan = {
  ...FREE,
  key: "team",
  name: "Team",
  month_cents: 29_00,
  year_cents: 290_00,
  seats_most: null,
  included: 500,
  overage_cents: 49,
  history_days: null,
};
export const BUSINESS: Plan = {
  ...TEAM,
  key: "business",
  name: "Business",
  month_cents: 79_00,
  year_cents: 790_00,
  included: 2_000,
  overage_cents: 39,
  features: ["control_room", "sla", "sso"],
};
export const PLANS = { data: [FREE, TEAM, BUSINESS] };

export const HREF = "/console/billing";

export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

export function billing(some: Partial<Billing> = {}): Billing {
  return {
    billed: true,
    sandbox: false,
    standing: "active",
    plan: TEAM,
    interval: "month",
    seats: { limit: 5, taken: 4, invited: 1, viewers: 2, left: 1 },
    trial: null,
    period: { start: inDays(-10), end: inDays(20) },
    renews_at: inDays(20),
    ends_at: null,
    usage: {
      counted: 412,
      credited: 12,
      net: 400,
      included: 500,
      cap: 500,
      percent: 80,
      not_charged: 0,
      forecast: { by_end: 640, low: 590, high: 700, used_up_on: "2026-11-28" },
      paused: false,
    },
    bill: {
      currency: "eur",
      lines: [{ words: "Seats, Team, a month", quantity: 5, unit_cents: 29_00, cents: 145_00 }],
      total_cents: 145_00,
      next_at: inDays(20),
    },
    overage: { on: false, limit_cents: null, unit_cents: 49 },
    dunning: null,
    lock: null,
    discount: null,
    card: "Visa, 4242",
    rule: { words: "Solved by the assistant alone.", points: ["Nobody of yours took part."] },
    ...some,
  };
}

/** In its trial of Business, with no subscription. */
export const trying = (some: Partial<Billing> = {}): Billing =>
  billing({
    standing: "trial",
    plan: BUSINESS,
    interval: null,
    seats: { limit: null, taken: 4, invited: 0, viewers: 0, left: null },
    trial: { ends_at: inDays(9), days_left: 9 },
    renews_at: null,
    bill: { currency: "eur", lines: [], total_cents: 0, next_at: null },
    card: null,
    ...some,
  });

export function preview(some: Partial<Preview> = {}): Preview {
  return {
    at: "2026-11-23T10:00:00Z",
    lines: [{ words: "2 more seats until the period ends", quantity: null, cents: 38_66 }],
    now_cents: 38_66,
    next_cents: 203_00,
    next_at: inDays(20),
    currency: "eur",
    losses: [],
    ...some,
  };
}

export function line(id: string, some: Partial<LedgerLine> = {}): LedgerLine {
  return {
    id,
    conversation_id: "conv_9",
    customer: { id: "cus_9", name: "Gus" },
    topic: "Delivery",
    ended_at: "2026-11-20T11:00:00Z",
    counted_at: "2026-11-20T12:00:00Z",
    how: "confirmed",
    how_words: "The customer said that it helped",
    why: "Gus wrote that it helped, and nobody of yours took part.",
    evidence: [
      { seq: 4, role: "said", author: "customer", text: "Perfect, thank you!", at: "2026-11-20T11:00:00Z" },
    ],
    charged: true,
    not_charged_because: null,
    credit: null,
    dispute: null,
    can_dispute: true,
    ...some,
  };
}

export function invoice(id: string, some: Partial<Invoice> = {}): Invoice {
  return {
    id,
    number: `BATON-${id}`,
    status: "paid",
    total_cents: 172_55,
    due_cents: 0,
    tax_cents: 27_55,
    currency: "eur",
    created_at: "2026-11-01T00:00:00Z",
    period_start: "2026-11-01T00:00:00Z",
    period_end: "2026-12-01T00:00:00Z",
    paid_at: "2026-11-01T00:01:00Z",
    page: "https://pay.example.com/1",
    pdf: "https://pay.example.com/1.pdf",
    lines: [{ words: "5 × Baton Team", quantity: 5, cents: 145_00 }],
    ...some,
  };
}

export const page = <Row>(data: Row[]) => ({ body: { data, has_more: false, next_cursor: null } });
