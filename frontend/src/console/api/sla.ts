/** The calls about what the company promises of its replies. */

import type { Sla } from "../desk/wire";
import { call } from "./client";

export type Counts = "team" | "always";
export type Priority = "normal" | "high" | "urgent";

/** Minutes of the time that counts; null for no promise. */
export interface Promised {
  first_reply: number | null;
  next_reply: number | null;
  resolution: number | null;
}

export interface Policy extends Promised {
  /** Null for every team. */
  team_id: string | null;
  /** Null for every priority. */
  priority: Priority | null;
  hours: Counts;
}

export interface Kept {
  kind: Sla["kind"];
  /** How many clocks ended or ran out. */
  ended: number;
  late: number;
}

export interface Policies {
  policies: Policy[];
  /** Within 30 days. */
  lately: Kept[];
}

/** A message and when its promise is due, by the team's own clock: "2026-11-20T17:50:00+01:00". */
export interface Example {
  at: string;
  due_at: string;
  time_zone: string;
  /** False where nobody works that long within a year. */
  known: boolean;
}

export const fetchPolicies = (signal: AbortSignal): Promise<Policies> => call("sla", { signal });

export const putPolicies = (policies: Policy[]): Promise<Policies> =>
  call("sla", { method: "PUT", body: { policies } });

export function fetchExample(
  asked: { team_id: string | null; hours: Counts; minutes: number },
  signal: AbortSignal,
): Promise<Example> {
  const query = new URLSearchParams({ hours: asked.hours, minutes: String(asked.minutes) });
  if (asked.team_id) query.set("team_id", asked.team_id);
  return call(`sla/preview?${query}`, { signal });
}
