/** The parts of the skills page: a tab each, with an address of its own and what stands beside the title there. */

import { t } from "@lingui/core/macro";
import type { ComponentType } from "react";
import type { Right } from "../desk/rights";
import { ALL, CALENDARS, GUIDES, LEADS } from "./addresses";
import { CalendarsPart, NewCalendar } from "./calendars/CalendarsPart";
import { GuidesPart, NewGuide } from "./guides/GuidesPart";
import { LeadsPart } from "./leads/LeadsPart";
import { SkillsPart } from "./list/SkillsPart";

export interface Part {
  name: string;
  /** The start of all addresses of the part. */
  path: string;
  right: Right;
  Body: ComponentType;
  /** Buttons beside the title. */
  Actions?: ComponentType;
}

export const PARTS: readonly Part[] = [
  { name: t`Skills`, path: ALL, right: "skills.read", Body: SkillsPart },
  { name: t`Calendars`, path: CALENDARS, right: "records.read", Body: CalendarsPart, Actions: NewCalendar },
  { name: t`Guides`, path: GUIDES, right: "skills.read", Body: GuidesPart, Actions: NewGuide },
  { name: t`Leads`, path: LEADS, right: "customers.read", Body: LeadsPart },
];
