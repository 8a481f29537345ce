/** The parts of the reports: a tab each, fetched when it is first looked at. */

import { t } from "@lingui/core/macro";
import { type ComponentType, lazy } from "react";
import { BY, KLARNA, SCHEDULED, TRUST, VOLUME } from "./addresses";

export interface Part {
  name: string;
  path: string;
  Body: ComponentType;
  /** Its days and filters come along from the part before. */
  carries: boolean;
}

export const PARTS: readonly Part[] = [
  { name: t`Trust`, path: TRUST, carries: true, Body: lazy(() => import("./figures/TrustPart")) },
  { name: t`Volume`, path: VOLUME, carries: true, Body: lazy(() => import("./figures/VolumePart")) },
  { name: t`Breakdown`, path: BY, carries: true, Body: lazy(() => import("./by/ByPart")) },
  {
    name: t`Automation check`,
    path: KLARNA,
    carries: false,
    Body: lazy(() => import("./klarna/KlarnaPart")),
  },
  {
    name: t`Scheduled`,
    path: SCHEDULED,
    carries: false,
    Body: lazy(() => import("./schedules/SchedulesPart")),
  },
];
