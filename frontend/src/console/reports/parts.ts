/** The parts of the reports: a tab each, fetched when it is first looked at. */

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
  { name: "Trust", path: TRUST, carries: true, Body: lazy(() => import("./figures/TrustPart")) },
  { name: "Volume", path: VOLUME, carries: true, Body: lazy(() => import("./figures/VolumePart")) },
  { name: "By", path: BY, carries: true, Body: lazy(() => import("./by/ByPart")) },
  { name: "Klarna check", path: KLARNA, carries: false, Body: lazy(() => import("./klarna/KlarnaPart")) },
  {
    name: "Scheduled",
    path: SCHEDULED,
    carries: false,
    Body: lazy(() => import("./schedules/SchedulesPart")),
  },
];
