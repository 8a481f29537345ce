/** How far the assistant acts by itself, and how sure it has to be. */

import type { AssistantModes, PatchedModesForm } from "../../shared/api";
import { api } from "./typed";

export type {
  AssistantModes as Modes,
  CurvePoint,
  Moved,
  MovedConversation,
  PatchedModesForm as ModesChange,
  ThresholdTrial as Threshold,
} from "../../shared/api";

export type AssistantMode = AssistantModes["mode"];

export const fetchModes = (signal: AbortSignal) => api.get("/assistant/modes", { signal });

export const changeModes = (body: PatchedModesForm) => api.patch("/assistant/modes", { body });

/** What the threshold `at` would have done to the last 30 days; null is the one in use. */
export const fetchThreshold = (at: number | null, signal: AbortSignal) =>
  api.get("/assistant/threshold", { query: { at }, signal });
