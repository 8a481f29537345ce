/** The calls about the company's plan: what it is, what was used, what is paid, and what changes it. */

import type { Named, Page } from "../../shared/wire";
import type { MyPlan } from "../desk/wire";
import { call } from "./client";

export type PlanKey = MyPlan["key"];
export type Feature = MyPlan["features"][number];
export type Lock = NonNullable<MyPlan["lock"]>;
export type Interval = "month" | "year";
export type Standing = "trial" | "free" | "active" | "past_due" | "unpaid" | "complimentary";

/** Amounts are whole cents, without tax; null: not sold so, or no limit. */
export interface Plan {
  key: PlanKey;
  name: string;
  for_whom?: string;
  /** A seat for a month. */
  month_cents: number;
  /** A seat for a year. */
  year_cents: number;
  /** Resolutions by the assistant in a month, of the whole company. */
  included: number;
  /** One resolution beyond those. */
  overage_cents: number | null;
  features: Feature[];
  history_days: number | null;
  seats_most: number | null;
}

export interface Seats {
  limit: number | null;
  taken: number;
  invited: number;
  viewers: number;
  left: number | null;
}

export interface Forecast {
  by_end: number;
  low: number;
  high: number;
  /** The day on which the bundle is used up; null where it is not in this period. */
  used_up_on: string | null;
}

export interface Usage {
  counted: number;
  credited: number;
  net: number;
  /** Null: nothing is counted against. */
  included: number | null;
  cap: number | null;
  percent: number | null;
  not_charged: number;
  /** Null where it is too early to say, and while the assistant pauses. */
  forecast: Forecast | null;
  /** The assistant begins no new conversation until the period ends, or more is allowed. */
  paused: boolean;
}

export interface BillLine {
  words: string;
  quantity: number;
  unit_cents: number;
  cents: number;
}

export interface Bill {
  currency: string;
  lines: BillLine[];
  total_cents: number;
  next_at: string | null;
}

export interface Dunning {
  since: string;
  step: number;
  steps: number;
  next_try_at: string | null;
  /** When settings become read-only. */
  locks_at: string;
  invoice_page: string | null;
}

export interface Billing {
  /** False where nobody pays: no key of Stripe is set, or it is the company that runs Baton. */
  billed: boolean;
  sandbox: boolean;
  standing: Standing;
  plan: Plan;
  interval: Interval | null;
  seats: Seats;
  trial: { ends_at: string; days_left: number } | null;
  period: { start: string; end: string };
  renews_at: string | null;
  ends_at: string | null;
  usage: Usage;
  bill: Bill;
  overage: { on: boolean; limit_cents: number | null; unit_cents: number | null };
  dunning: Dunning | null;
  lock: Lock | null;
  discount: string | null;
  card: string | null;
  rule: { words: string; points: string[] };
}

export const fetchBilling = (signal: AbortSignal): Promise<Billing> => call("billing", { signal });

export const listPlans = (signal: AbortSignal): Promise<{ data: Plan[] }> =>
  call("billing/plans", { signal });

export interface Limits {
  overage: boolean;
  /** In a period; null: no limit. */
  overage_limit_cents: number | null;
}

export const changeLimits = (limits: Limits): Promise<unknown> =>
  call("billing/limits", { method: "PATCH", body: limits });

/** What is subscribed to, as it is asked for. */
export interface Wanted {
  plan: PlanKey;
  interval: Interval;
  seats: number;
}

/** A plan to look at; the free one is paid in no interval. */
export type Looked = Wanted | { plan: "free"; interval: null; seats: null };

export interface Checkout {
  state: "open" | "complete" | "expired";
  standing: Standing;
}

/** Where the card is given; the browser goes there. */
export const openCheckout = (wanted: Wanted & { accepts: string[] }): Promise<{ url: string }> =>
  call("billing/checkout", { method: "POST", body: wanted });

export const fetchCheckout = (id: string, signal: AbortSignal): Promise<Checkout> =>
  call(`billing/checkout/${encodeURIComponent(id)}`, { signal });

export interface PreviewLine {
  words: string;
  quantity?: number | null;
  cents: number;
}

/** What a change takes away. */
export interface Loss {
  code: string;
  words: string;
  /** Then it cannot be accepted, only mended. */
  blocks: boolean;
  who: string[];
}

export interface Preview {
  /** For which moment it was worked out; the change names it. */
  at: string;
  lines: PreviewLine[];
  now_cents: number;
  next_cents: number;
  next_at: string;
  currency: string;
  losses: Loss[];
}

export const previewChange = (wanted: Looked, signal: AbortSignal): Promise<Preview> =>
  call("billing/preview", { method: "POST", body: wanted, signal });

/** Gives the page of the invoice where the bank wants a confirmation. */
export const changePlan = (
  change: Wanted & { at: string; accepts: string[] },
): Promise<{ page: string | null }> => call("billing/change", { method: "POST", body: change });

export const cancelPlan = (cancel: { reason: string; words: string; accepts: string[] }): Promise<unknown> =>
  call("billing/cancel", { method: "POST", body: cancel });

export const resumePlan = (): Promise<unknown> => call("billing/resume", { method: "POST" });

/** Stripe's own pages: the card, old invoices. */
export const openPortal = (): Promise<{ url: string }> => call("billing/portal", { method: "POST" });

/** Pays the open invoice; the bank may ask for a confirmation, on the page. */
export const payInvoice = (): Promise<{ paid: boolean; page: string | null }> =>
  call("billing/pay", { method: "POST" });

export type LineState = "counted" | "credited" | "disputed" | "not_charged";

export interface Evidence {
  seq: number;
  author: "customer" | "assistant";
  /** Null once it is erased. */
  text: string | null;
  at: string | null;
}

/** One line of the ledger: a resolution, what it rests on, and what became of it. */
export interface LedgerLine {
  id: string;
  /** Null when the conversation was deleted. */
  conversation_id: string | null;
  customer: Named | null;
  topic: string;
  ended_at: string;
  counted_at: string;
  how: string;
  how_words: string;
  why: string;
  evidence: Evidence[];
  charged: boolean;
  not_charged_because: string | null;
  credit: { reason: string; words: string; at: string } | null;
  dispute: Dispute | null;
  /** Not yet disputed nor credited, and young enough. */
  can_dispute: boolean;
}

export interface Dispute {
  state: "open" | "upheld" | "declined";
  reason: string;
  at: string;
  answer: string | null;
  by: string;
}

export type AskedPeriod = "current" | "previous";

export interface AskedLines {
  state: LineState | null;
  /** Null: of all of them. */
  period: AskedPeriod | null;
}

export function listLines(
  { state, period }: AskedLines,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<LedgerLine>> {
  const query = new URLSearchParams({
    limit: "25",
    ...(state && { state }),
    ...(period && { period }),
    ...(cursor && { cursor }),
  });
  return call(`billing/usage/lines?${query}`, { signal });
}

export const fetchLine = (id: string, signal: AbortSignal): Promise<LedgerLine> =>
  call(`billing/usage/lines/${encodeURIComponent(id)}`, { signal });

export const linesFile = (period: AskedPeriod | null): string =>
  `/api/v1/billing/usage/export.csv${period ? `?period=${period}` : ""}`;

export const disputeLine = (id: string, reason: string): Promise<LedgerLine> =>
  call(`billing/usage/lines/${encodeURIComponent(id)}/dispute`, { method: "POST", body: { reason } });

/** A conversation that the assistant had alone, and that is no resolution. */
export interface NotCounted {
  conversation_id: string | null;
  customer: Named | null;
  topic: string;
  ended_at: string | null;
  /** A code; `words` say it. */
  why: string;
  words: string;
}

export interface Uncounted {
  /** The newest. */
  data: NotCounted[];
  /** How often each reason stood among those that were looked at. */
  reasons: { why: string; words: string; count: number }[];
  /** Counted or not. */
  looked_at: number;
}

export const listNotCounted = (signal: AbortSignal): Promise<Uncounted> =>
  call("billing/usage/not_counted?limit=10", { signal });

export interface UsageDays {
  data: { day: string; counted: number; credited: number }[];
  included: number | null;
  period: { start: string; end: string };
}

/** Of the period under way alone, which begins at a time of day. */
export const fetchUsageDays = (signal: AbortSignal): Promise<UsageDays> =>
  call("billing/usage/days", { signal });

export interface Invoice {
  id: string;
  number: string;
  status: "draft" | "open" | "paid" | "uncollectible" | "void";
  total_cents: number;
  due_cents: number;
  tax_cents: number;
  currency: string;
  made_at: string;
  period_start: string;
  period_end: string;
  paid_at: string | null;
  /** Stripe's own page of it. */
  page: string;
  pdf: string;
  lines: { words: string; quantity: number | null; cents: number }[];
}

export function listInvoices(cursor: string | null, signal: AbortSignal): Promise<Page<Invoice>> {
  const query = new URLSearchParams({ limit: "12", ...(cursor && { cursor }) });
  return call(`billing/invoices?${query}`, { signal });
}

export interface TaxId {
  id: string;
  kind: string;
  value: string;
  /** Empty while Stripe has not looked at it. */
  state: "pending" | "verified" | "unverified" | "unavailable" | "";
}

/** To whom invoices go. */
export interface Address {
  name: string;
  email: string;
  line1: string;
  line2: string;
  postal_code: string;
  city: string;
  /** Two letters. */
  country: string;
}

export interface Details extends Address {
  tax_ids: TaxId[];
}

export const fetchDetails = (signal: AbortSignal): Promise<Details> => call("billing/details", { signal });

export const changeDetails = (changes: Partial<Address>): Promise<Details> =>
  call("billing/details", { method: "PATCH", body: changes });

export const addTaxId = (taxId: { kind: string; value: string }): Promise<unknown> =>
  call("billing/tax_ids", { method: "POST", body: taxId });

export const removeTaxId = (id: string): Promise<null> =>
  call(`billing/tax_ids/${encodeURIComponent(id)}`, { method: "DELETE" });
