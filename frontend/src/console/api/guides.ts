/** The calls about guides: questions that lead a customer to the cause of a trouble, drawn by admins. */

import type { GuideDraftForm, GuideStep, PatchedGuideChangeForm } from "../../shared/api";
import { api } from "./typed";

export type {
  GuideAnswer,
  GuideDraftForm as GuideFields,
  GuideFault,
  GuideRow as GuideEntry,
  GuideStep,
  GuideWhole as Guide,
} from "../../shared/api";

export type StepKind = GuideStep["kind"];

export const listGuides = (signal: AbortSignal) => api.get("/guides", { signal });

export const fetchGuide = (guide_id: string, signal: AbortSignal) =>
  api.get("/guides/{guide_id}", { path: { guide_id }, signal });

export const createGuide = (body: GuideDraftForm) => api.post("/guides", { body });

/** Names the version that the writer saw; 409 when somebody was faster. */
export const changeGuide = (guide_id: string, body: PatchedGuideChangeForm) =>
  api.patch("/guides/{guide_id}", { path: { guide_id }, body });

export const removeGuide = (guide_id: string) => api.delete("/guides/{guide_id}", { path: { guide_id } });

/** What is wrong with a guide as it is typed; nothing of it is stored. */
export const checkGuide = (body: GuideDraftForm, signal: AbortSignal) =>
  api.post("/guides/check", { body, signal });
