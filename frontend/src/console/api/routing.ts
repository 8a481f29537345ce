/** The calls about who gets what: offers and why, skills of people, and the settings of routing. */

import type { LadderStep, RoutingForm } from "../../shared/api";
import { api } from "./typed";

export type {
  AgentSkillRow as SkillEntry,
  LadderStep as Rung,
  Routing as RoutingSettings,
  RoutingCandidate as LookedAt,
  RoutingChoiceRow as Choice,
} from "../../shared/api";

export type Asked = LadderStep["drops"];

export const decline = (conversation_id: string, epoch: number) =>
  api.post("/conversations/{conversation_id}/decline", { path: { conversation_id }, body: { epoch } });

export const fetchChoices = (conversation_id: string, signal: AbortSignal) =>
  api.get("/conversations/{conversation_id}/routing", { path: { conversation_id }, signal });

export const fetchRouting = (signal: AbortSignal) => api.get("/routing", { signal });

export const changeRouting = (body: RoutingForm) => api.patch("/routing", { body });

export const listSkills = (signal: AbortSignal) => api.get("/agent_skills", { signal });

export const createSkill = (name: string) => api.post("/agent_skills", { body: { name } });

export const renameSkill = (skill_id: string, name: string) =>
  api.patch("/agent_skills/{skill_id}", { path: { skill_id }, body: { name } });

export const deleteSkill = (skill_id: string) =>
  api.delete("/agent_skills/{skill_id}", { path: { skill_id } });
