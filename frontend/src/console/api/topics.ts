/** The calls about topics: what customers want, told by examples. */

import type { TopicRow, TopicRowPage, TopicSuggestionPage, TopicTried } from "../../shared/api";
import { api } from "./typed";

export type Topic = TopicRow;
export type TopicFields = Omit<TopicRow, "id" | "ready" | "updated_at">;

export const listTopics = (signal: AbortSignal): Promise<TopicRowPage> => api.get("/topics", { signal });

export const createTopic = (body: TopicFields): Promise<Topic> => api.post("/topics", { body });

export const changeTopic = (topic_id: string, body: Partial<TopicFields>): Promise<Topic> =>
  api.patch("/topics/{topic_id}", { path: { topic_id }, body });

export const removeTopic = (topic_id: string): Promise<null> =>
  api.delete("/topics/{topic_id}", { path: { topic_id } });

/** What customers really wrote that could be examples, the nearest first. */
export const suggestExamples = (topic_id: string, signal: AbortSignal): Promise<TopicSuggestionPage> =>
  api.get("/topics/{topic_id}/suggestions", { path: { topic_id }, signal });

export const tryText = (text: string): Promise<TopicTried> => api.post("/topics/try", { body: { text } });
