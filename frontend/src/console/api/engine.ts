/** What makes the answers: Baton's own engine, or a language model behind an OpenAI-compatible address. */

import { call } from "./client";

export type EngineKind = "embedded" | "language_model";

export interface ModelFailure {
  id: string;
  at: string;
  why: string;
  /** In words. */
  says: string;
  conversation_id: string | null;
}

export interface Engine {
  engine: EngineKind;
  model_address: string;
  model_name: string;
  /** The key itself is never told again. */
  has_key: boolean;
  tokens_per_day: number;
  tokens_per_conversation: number;
  tokens_per_visitor: number;
  used_today: number;
  day_ends_at: string;
  calls_today: number;
  /** Null unless it failed so often that it is left alone for a while. */
  left_alone_seconds: number | null;
  failures: ModelFailure[];
}

export interface EngineChange {
  engine: EngineKind;
  model_address: string;
  model_name: string;
  /** Left out, the stored one stays; empty, it goes. */
  model_key?: string;
  tokens_per_day: number;
  tokens_per_conversation: number;
  tokens_per_visitor: number;
}

export type ModelToTry = Pick<EngineChange, "model_address" | "model_name" | "model_key">;

export interface Tried {
  ok: boolean;
  problem: string | null;
  took_ms: number;
}

export const fetchEngine = (signal: AbortSignal): Promise<Engine> => call("assistant/engine", { signal });

export const changeEngine = (change: EngineChange): Promise<Engine> =>
  call("assistant/engine", { method: "PATCH", body: change });

/** Tries what was entered, saved or not. */
export const tryModel = (model: ModelToTry): Promise<Tried> =>
  call("assistant/engine/test", { method: "POST", body: model });
