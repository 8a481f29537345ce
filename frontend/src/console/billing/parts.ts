/** The parts of the billing page: a tab each, fetched when it is first looked at. */

import { t } from "@lingui/core/macro";
import { type ComponentType, lazy } from "react";
import type { Billing } from "../api/billing";
import { INVOICES, PLAN, USAGE } from "./addresses";

export interface Part {
  name: string;
  path: string;
  Body: ComponentType<{ billing: Billing }>;
}

export const PARTS: readonly Part[] = [
  { name: t`Plan`, path: PLAN, Body: lazy(() => import("./plan/PlanPart")) },
  { name: t`Usage`, path: USAGE, Body: lazy(() => import("./usage/UsagePart")) },
  { name: t`Invoices`, path: INVOICES, Body: lazy(() => import("./invoices/InvoicesPart")) },
];
