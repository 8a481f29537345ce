/** The calls about when teams are at work. */

import type { DayOff, TeamHours } from "../../shared/api";
import { api } from "./typed";

export type { DayOff as Holiday, TeamHours, WeekPart as Stretch } from "../../shared/api";

export const fetchHours = (team_id: string, signal: AbortSignal) =>
  api.get("/teams/{team_id}/hours", { path: { team_id }, signal });

export const putHours = (team_id: string, body: TeamHours) =>
  api.put("/teams/{team_id}/hours", { path: { team_id }, body });

export const fetchHolidays = (signal: AbortSignal) => api.get("/holidays", { signal });

export const putHolidays = (holidays: DayOff[]) => api.put("/holidays", { body: { holidays } });
