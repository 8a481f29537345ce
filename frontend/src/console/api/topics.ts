/** The calls about topics: what customers want, told by examples. */

import { call } from "./client";
import type { AssistantMode } from "./modes";

export interface TopicFields {
  name: string;
  description: string;
  examples: string[];
  /** Empty: as the whole assistant. */
  mode: AssistantMode | "";
  /** That conversations about it get by themselves. */
  tag: string;
  /** The name of the team that gets it where no rule names one. */
  team: string;
}

export interface Topic extends TopicFields {
  id: string;
  /** Whether there are examples enough for it to be looked for. */
  ready: boolean;
  updated_at: string;
}

export interface Suggestion {
  text: string;
  nearness: number;
}

const at = (id: string): string => `intents/${encodeURIComponent(id)}`;

export const listTopics = (signal: AbortSignal): Promise<{ data: Topic[] }> => call("intents", { signal });

export const createTopic = (fields: TopicFields): Promise<Topic> =>
  call("intents", { method: "POST", body: fields });

export const changeTopic = (id: string, change: Partial<TopicFields>): Promise<Topic> =>
  call(at(id), { method: "PATCH", body: change });

export const removeTopic = (id: string): Promise<null> => call(at(id), { method: "DELETE" });

/** What customers really wrote that could be examples, the nearest first. */
export const suggestExamples = (id: string, signal: AbortSignal): Promise<{ data: Suggestion[] }> =>
  call(`${at(id)}/suggest`, { signal });

export const tryText = (
  text: string,
): Promise<{ topic: { id: string; name: string; mode: AssistantMode | "" } | null }> =>
  call("intents/try", { method: "POST", body: { text } });
