/** The calls about the company's plan: what it is, what was used, what is paid, and what changes it. */

import type {
  BillingAddress,
  BillingLimitsForm,
  BillingOverview,
  BillingUsage,
  BillSoFar,
  CheckoutForm,
  UsageDays as Days,
  DunningStep,
  InvoiceRow,
  LedgerDispute,
  LedgerEvidence,
  LedgerLine as Line,
  Uncounted as NotCounted,
  PlanCancelForm,
  PlanChangeForm,
  PlanLoss,
  PlanOffer,
  PlanPreview,
  PlanRow,
  TaxIdForm,
  TaxIdRow,
} from "../../shared/api";
import type { MyPlan } from "../desk/wire";
import { api } from "./typed";

export type PlanKey = PlanRow["key"];
export type Feature = PlanRow["features"][number];
export type Lock = NonNullable<MyPlan["lock"]>;
export type Interval = "month" | "year";
export type Standing = BillingOverview["standing"];
/** A plan as it is offered, or as the company has it. */
export type Plan = PlanRow & Partial<Pick<PlanOffer, "for_whom">>;
export type Usage = BillingUsage;
export type Bill = BillSoFar;
export type Dunning = DunningStep;
export type Billing = BillingOverview;
export type Limits = BillingLimitsForm;
export type Loss = PlanLoss;
export type Preview = PlanPreview;
export type Evidence = LedgerEvidence;
export type LedgerLine = Line;
export type Dispute = LedgerDispute;
export type Uncounted = NotCounted;
export type UsageDays = Days;
export type Invoice = InvoiceRow;
export type TaxId = TaxIdRow;
export type TaxKind = TaxIdForm["kind"];
export type Reason = NonNullable<PlanCancelForm["reason"]>;
export type Details = BillingAddress;
export type Address = Omit<BillingAddress, "tax_ids">;
export type LineState = "counted" | "credited" | "disputed" | "not_charged";
export type AskedPeriod = "current" | "previous";

/** What is subscribed to, as it is asked for. */
export interface Wanted {
  plan: Exclude<PlanKey, "free">;
  interval: Interval;
  seats: number;
}

/** A plan to look at; the free one is paid in no interval. */
export type Looked = Wanted | { plan: "free"; interval: null; seats: null };

export interface AskedLines {
  state: LineState | null;
  /** Null: of all of them. */
  period: AskedPeriod | null;
}

export const fetchBilling = (signal: AbortSignal) => api.get("/billing", { signal });

export const listPlans = (signal: AbortSignal) => api.get("/billing/plans", { signal });

export const changeLimits = (body: BillingLimitsForm) => api.patch("/billing/limits", { body });

/** Where the card is given; the browser goes there. */
export const openCheckout = (body: CheckoutForm) => api.post("/billing/checkout", { body });

export const fetchCheckout = (page_id: string, signal: AbortSignal) =>
  api.get("/billing/checkout/{page_id}", { path: { page_id }, signal });

export const previewChange = (body: Looked, signal: AbortSignal) =>
  api.post("/billing/preview", { body, signal });

/** Gives the page of the invoice where the bank wants a confirmation. */
export const changePlan = (body: PlanChangeForm) => api.post("/billing/change", { body });

export const cancelPlan = (body: PlanCancelForm) => api.post("/billing/cancel", { body });

export const resumePlan = () => api.post("/billing/resume");

/** Stripe's own pages: the card, old invoices. */
export const openPortal = () => api.post("/billing/portal");

/** Pays the open invoice; the bank may ask for a confirmation, on the page. */
export const payInvoice = () => api.post("/billing/pay");

export const listLines = ({ state, period }: AskedLines, cursor: string | null, signal: AbortSignal) =>
  api.get("/billing/usage/lines", {
    query: {
      limit: 25,
      ...(state && { state }),
      ...(period && { period }),
      ...(cursor && { cursor }),
    },
    signal,
  });

export const fetchLine = (resolution_id: string, signal: AbortSignal) =>
  api.get("/billing/usage/lines/{resolution_id}", { path: { resolution_id }, signal });

export const linesFile = (period: AskedPeriod | null): string =>
  `/api/v1/billing/usage/export.csv${period ? `?period=${period}` : ""}`;

export const disputeLine = (resolution_id: string, reason: string) =>
  api.post("/billing/usage/lines/{resolution_id}/dispute", { path: { resolution_id }, body: { reason } });

export const listNotCounted = (signal: AbortSignal) =>
  api.get("/billing/usage/not_counted", { query: { limit: 10 }, signal });

/** Of the period under way alone, which begins at a time of day. */
export const fetchUsageDays = (signal: AbortSignal) => api.get("/billing/usage/days", { signal });

export const listInvoices = (cursor: string | null, signal: AbortSignal) =>
  api.get("/billing/invoices", { query: { limit: 12, ...(cursor && { cursor }) }, signal });

export const fetchDetails = (signal: AbortSignal) => api.get("/billing/details", { signal });

export const changeDetails = (body: Partial<Address>) => api.patch("/billing/details", { body });

export const addTaxId = (body: TaxIdForm) => api.post("/billing/tax_ids", { body });

export const removeTaxId = (tax_id: string) => api.delete("/billing/tax_ids/{tax_id}", { path: { tax_id } });
