/** What makes the answers: Baton's own engine, or a language model behind an OpenAI-compatible address. */

import type { EngineSettings, PatchedEngineForm } from "../../shared/api";
import { api } from "./typed";

export type {
  EngineSettings as Engine,
  ModelFailure,
  ModelTest as Tried,
  PatchedEngineForm as EngineChange,
} from "../../shared/api";

export type EngineKind = EngineSettings["engine"];

export type ModelToTry = Pick<PatchedEngineForm, "model_address" | "model_name" | "model_key">;

export const fetchEngine = (signal: AbortSignal) => api.get("/assistant/engine", { signal });

export const changeEngine = (body: PatchedEngineForm) => api.patch("/assistant/engine", { body });

/** Tries what was entered, saved or not. */
export const tryModel = (body: ModelToTry) => api.post("/assistant/engine/test", { body });
