/** The parts of the billing page: a tab each, fetched when it is first looked at. */

import { type ComponentType, lazy } from "react";
import type { Billing } from "../api/billing";
import { INVOICES, PLAN, USAGE } from "./addresses";

export interface Part {
  name: string;
  path: string;
  Body: ComponentType<{ billing: Billing }>;
}

export const PARTS: readonly Part[] = [
  { name: "Plan", path: PLAN, Body: lazy(() => import("./plan/PlanPart")) },
  { name: "Usage", path: USAGE, Body: lazy(() => import("./usage/UsagePart")) },
  { name: "Invoices", path: INVOICES, Body: lazy(() => import("./invoices/InvoicesPart")) },
];
