/** The calls about who gets what: offers and why, skills of people, and the settings of routing. */

import type { Named } from "../../shared/wire";
import type { ConversationRow } from "../desk/wire";
import { call } from "./client";

export type Verdict =
  | "chosen"
  | "busier"
  | "less_idle"
  | "other_team"
  | "no_skill"
  | "low_level"
  | "other_language"
  | "offline"
  | "away"
  | "off_shift"
  | "full"
  | "asked_before";

export interface LookedAt {
  agent_id: string;
  name: string;
  verdict: Verdict;
  load: number;
  capacity: number;
}

/** One look for somebody, and what became of the offer. */
export interface Choice {
  id: string;
  at: string;
  cause: string;
  agent: Named | null;
  why: string;
  need: { team: string | null; language: string; skill: string | null; level: number | null };
  widened: Asked[];
  candidates: LookedAt[];
  until: string | null;
  end: "open" | "accepted" | "declined" | "expired" | "withdrawn" | "nobody";
  ended_at: string | null;
}

export type Asked = "language" | "level" | "skill" | "team" | "everybody";

export interface Rung {
  drops: Asked;
  after_seconds: number;
}

export interface RoutingSettings {
  accept_seconds: number;
  least_level: number;
  idle_seconds: number;
  grace_seconds: number;
  ladder: Rung[];
  teams: { id: string; name: string; accept_seconds: number | null }[];
}

export interface SkillEntry {
  id: string;
  name: string;
  people: number;
}

const one = (id: string) => `conversations/${encodeURIComponent(id)}`;

export const decline = (id: string, epoch: number): Promise<ConversationRow> =>
  call(`${one(id)}/decline`, { method: "POST", body: { epoch } });

export const fetchChoices = (id: string, signal: AbortSignal): Promise<{ data: Choice[] }> =>
  call(`${one(id)}/routing`, { signal });

export const fetchRouting = (signal: AbortSignal): Promise<RoutingSettings> => call("routing", { signal });

export const changeRouting = (change: Partial<RoutingSettings>): Promise<RoutingSettings> =>
  call("routing", { method: "PATCH", body: change });

export const listSkills = (signal: AbortSignal): Promise<{ data: SkillEntry[] }> =>
  call("agent_skills", { signal });

export const createSkill = (name: string): Promise<SkillEntry> =>
  call("agent_skills", { method: "POST", body: { name } });

export const renameSkill = (id: string, name: string): Promise<SkillEntry> =>
  call(`agent_skills/${encodeURIComponent(id)}`, { method: "PATCH", body: { name } });

export const deleteSkill = (id: string): Promise<unknown> =>
  call(`agent_skills/${encodeURIComponent(id)}`, { method: "DELETE" });
