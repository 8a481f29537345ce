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

export type Outcome = "finished" | "handed_over" | "open";

/** In how many conversations of the last `days` it was used, and how they ended. */
export interface SkillUse extends Record<Outcome, number> {
  days: number;
  used: number;
  /** What it did to the business. */
  acts: number;
}

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
  used: SkillUse;
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

export interface UsedConversation {
  id: string;
  customer: string;
  last_text: string;
  at: string;
}

/** The newest conversations in which the skill ended so. */
export const listUses = (
  name: string,
  outcome: Outcome,
  signal: AbortSignal,
): Promise<{ data: UsedConversation[] }> =>
  call(`${at(name)}/conversations?${new URLSearchParams({ outcome })}`, { signal });

export interface RehearsedLine {
  role: "customer" | "assistant";
  text: string;
}

export interface RehearsedAct {
  kind: string;
  subject: string;
  amount: string | null;
  currency: string;
  because: string;
  /** Why an agent would have to say yes first. */
  waits: string;
}

export interface Rehearsed {
  says: string;
  /** The same as the customer sees it, cleaned by the server. */
  html: string;
  /** The one that replied. */
  skill: { name: string; label: string } | null;
  /** To be sent with the next line. */
  task: Record<string, unknown> | null;
  known: { label: string; value: string }[];
  choices: { says: string; label: string; detail: string }[];
  form: string;
  /** The address to which a code would go. */
  proving: string;
  act: RehearsedAct | null;
  ends: boolean;
  handover: { label: string; reason: string } | null;
}

/** What comes back to the last line, by the code of the live turn; nothing of it is stored or done. */
export const trySkill = (
  name: string,
  rehearsal: {
    lines: RehearsedLine[];
    task: Rehearsed["task"];
    policy: Policy;
    email: string;
    proven: boolean;
  },
): Promise<Rehearsed> => call(`${at(name)}/try`, { method: "POST", body: rehearsal });
