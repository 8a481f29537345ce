/** The calls about skills: what the assistant does by itself, and by which policy. */

import { call } from "./client";

/** How a field of a policy is shown and what it may hold, as the server tells it. */
export interface Setting {
  name: string;
  kind: "whole" | "money" | "yes_no" | "text" | "choice" | "choices" | "texts" | "table";
  label: string;
  help: string;
  unit: string;
  least: number;
  most: number;
  options: { value: string; label: string }[];
  columns: Setting[];
  default?: unknown;
}

export type Policy = Record<string, unknown>;

export interface Skill {
  name: string;
  label: string;
  purpose: string;
  on: boolean;
  /** What it does under its policy, in sentences. */
  does: string[];
  /** Why the stored policy cannot be read; people do the task until it is mended. */
  broken: string;
  /** Asks who the customer is before anything else. */
  personal: boolean;
  /** The kinds of act that it may do. */
  writes: string[];
}

export interface WholeSkill extends Skill {
  policy: Policy;
  shape: Setting[];
  slots: { name: string; label: string; kind: string; required: boolean }[];
  examples: string[];
  near_misses: string[];
}

export type SkillChange = { on?: boolean; policy?: Policy };

const at = (name: string): string => `skills/${encodeURIComponent(name)}`;

export const listSkills = (signal: AbortSignal): Promise<{ data: Skill[] }> => call("skills", { signal });

export const fetchSkill = (name: string, signal: AbortSignal): Promise<WholeSkill> =>
  call(at(name), { signal });

export const changeSkill = (name: string, change: SkillChange): Promise<WholeSkill> =>
  call(at(name), { method: "PATCH", body: change });

/** What a policy would mean, in sentences; nothing of it is stored. */
export const describePolicy = (
  name: string,
  policy: Policy,
  signal: AbortSignal,
): Promise<{ does: string[] }> => call(`${at(name)}/describe`, { method: "POST", body: { policy }, signal });
