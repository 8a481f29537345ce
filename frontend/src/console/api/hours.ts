/** The calls about when teams are at work. */

import { call } from "./client";

/** A part of a weekday; 0 is Monday, times are "HH:MM" in the team's own zone, the end of a day "24:00". */
export interface Stretch {
  weekday: number;
  opens: string;
  closes: string;
}

export interface Holiday {
  /** YYYY-MM-DD. */
  day: string;
  name: string;
}

export interface TeamHours {
  /** The company's when empty. */
  time_zone: string;
  /** Always open when empty. */
  weekly: Stretch[];
  holidays: Holiday[];
}

const at = (teamId: string) => `teams/${encodeURIComponent(teamId)}/hours`;

export const fetchHours = (teamId: string, signal: AbortSignal): Promise<TeamHours> =>
  call(at(teamId), { signal });

export const putHours = (teamId: string, hours: TeamHours): Promise<TeamHours> =>
  call(at(teamId), { method: "PUT", body: hours });

export const fetchHolidays = (signal: AbortSignal): Promise<{ holidays: Holiday[] }> =>
  call("holidays", { signal });

export const putHolidays = (holidays: Holiday[]): Promise<{ holidays: Holiday[] }> =>
  call("holidays", { method: "PUT", body: { holidays } });
