/** How far the assistant acts by itself, and how sure it has to be. */

import { call } from "./client";

export type AssistantMode = "autopilot" | "supervised" | "copilot" | "off";

export interface Modes {
  mode: AssistantMode;
  /** Until a held answer goes to a person. */
  draft_minutes: number;
  /** 0..1; null: drawn from the knowledge. */
  threshold: number | null;
  /** Topics that go their own way. */
  topics: { id: string; name: string; mode: AssistantMode }[];
  /** Examples of order numbers, parted by commas; "" where they are learnt from the orders. */
  order_numbers: string;
  /** What the orders tell. */
  order_numbers_found: string[];
}

export type ModesChange = Partial<Pick<Modes, "mode" | "draft_minutes" | "threshold" | "order_numbers">>;

/** Shares within 0..1; null where there was nothing to count. */
export interface CurvePoint {
  threshold: number;
  answered: number | null;
  right: number | null;
}

export interface MovedConversation {
  id: string;
  customer: string;
  asked: { seq: number; text: string };
  confidence: number;
  at: string;
}

export interface Moved {
  count: number;
  /** Those nearest to the change. */
  conversations: MovedConversation[];
}

export interface Threshold {
  chosen: number | null;
  drawn: number;
  used: number;
  at: number;
  questions: number;
  curve: CurvePoint[];
  /** What really came of them. */
  was: Omit<CurvePoint, "threshold">;
  tried: CurvePoint;
  newly_answered: Moved;
  no_longer_answered: Moved;
}

export const fetchModes = (signal: AbortSignal): Promise<Modes> => call("assistant/modes", { signal });

export const changeModes = (change: ModesChange): Promise<Modes> =>
  call("assistant/modes", { method: "PATCH", body: change });

/** What the threshold `at` would have done to the last 30 days; null is the one in use. */
export const fetchThreshold = (at: number | null, signal: AbortSignal): Promise<Threshold> =>
  call(
    at === null ? "assistant/threshold" : `assistant/threshold?${new URLSearchParams({ at: String(at) })}`,
    {
      signal,
    },
  );
