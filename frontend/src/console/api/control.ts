/** The calls of the control room: live conversations of the assistant by risk, and what a supervisor does about one. */

import type {
  ControlRoomSettingsRow,
  GuidanceForm,
  OversightGuidance,
  RiskDismissalForm,
  RiskRow,
} from "../../shared/api";
import { api } from "./typed";

export type {
  ControlRoom,
  ControlRoomSettingsRow as ControlSettings,
  OversightGuidance as Guidance,
  RiskReason as Reason,
  RiskRow,
  RiskWords as Said,
  SpokenLine as Spoken,
} from "../../shared/api";

export type Tier = RiskRow["tier"];
export const TIERS = ["high", "raised", "low"] as const satisfies readonly Tier[];
export type State = RiskRow["state"];

export type GuidanceKind = OversightGuidance["kind"];
/** How a supervisor says what the next turn is to do. */
export const GUIDANCE = [
  "words",
  "say",
  "article",
  "ask_for",
  "pass_on",
] as const satisfies readonly GuidanceKind[];

export type Dismissal = RiskDismissalForm["reason"];
export const DISMISSALS = ["handled", "harmless", "known", "other"] as const satisfies readonly Dismissal[];

export type NewGuidance = Omit<GuidanceForm, "epoch">;

const at = (conversation_id: string) => ({ path: { conversation_id } });

export const fetchControlRoom = (signal: AbortSignal) => api.get("/control_room", { signal });

/** A private instruction that the next turn obeys. */
export const guide = (id: string, epoch: number, guidance: NewGuidance) =>
  api.post("/conversations/{conversation_id}/guidance", { ...at(id), body: { epoch, ...guidance } });

export const takeGuidanceBack = (id: string) =>
  api.delete("/conversations/{conversation_id}/guidance", at(id));

/** The next reply waits for a yes, also one that is under way. */
export const hold = (id: string, epoch: number) =>
  api.put("/conversations/{conversation_id}/hold", { ...at(id), body: { epoch } });

export const letGo = (id: string) => api.delete("/conversations/{conversation_id}/hold", at(id));

/** The risk is looked at; it comes back when it rises further. */
export const dismiss = (id: string, reason: Dismissal, because: string) =>
  api.post("/conversations/{conversation_id}/risk/dismiss", { ...at(id), body: { reason, because } });

export const bringBack = (id: string) => api.delete("/conversations/{conversation_id}/risk/dismiss", at(id));

export const fetchControlSettings = (signal: AbortSignal) => api.get("/control_room/settings", { signal });

export const saveControlSettings = (body: ControlRoomSettingsRow) =>
  api.put("/control_room/settings", { body });
