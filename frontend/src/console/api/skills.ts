/** The calls about skills: what the assistant does by itself, and by which policy. */

import type { RehearsalForm, SkillSettingsForm, SkillWhole } from "../../shared/api";
import { api } from "./typed";

export type {
  PolicySetting as Setting,
  RehearsalLineForm as RehearsedLine,
  RehearsedAct,
  RehearsedReply as Rehearsed,
  SkillRow as Skill,
  SkillSettingsForm as SkillChange,
  SkillUse,
  SkillWhole as WholeSkill,
} from "../../shared/api";

export type Policy = SkillWhole["policy"];

export type Outcome = "finished" | "handed_over" | "open";

export const listSkills = (signal: AbortSignal) => api.get("/skills", { signal });

export const fetchSkill = (name: string, signal: AbortSignal) =>
  api.get("/skills/{name}", { path: { name }, signal });

export const changeSkill = (name: string, body: SkillSettingsForm) =>
  api.patch("/skills/{name}", { path: { name }, body });

/** What a policy would mean, in sentences; nothing of it is stored. */
export const describePolicy = (name: string, policy: Policy, signal: AbortSignal) =>
  api.post("/skills/{name}/describe", { path: { name }, body: { policy }, signal });

/** The newest conversations in which the skill ended so. */
export const listUses = (name: string, outcome: Outcome, signal: AbortSignal) =>
  api.get("/skills/{name}/conversations", { path: { name }, query: { outcome }, signal });

/** What comes back to the last line, by the code of the live turn; nothing of it is stored or done. */
export const trySkill = (name: string, body: RehearsalForm) =>
  api.post("/skills/{name}/try", { path: { name }, body });
