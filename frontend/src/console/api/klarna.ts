/** The calls of the Klarna check: where automation costs trust, and the rule that it drafts. */

import type { KlarnaTopic } from "../../shared/api";
import { api } from "./typed";

export type {
  KlarnaAmount as Ranged,
  KlarnaCheck as Check,
  KlarnaMeasure as Compared,
  KlarnaMove as Move,
  KlarnaTopic as CheckedTopic,
  TopicRuleDraft as Drafted,
} from "../../shared/api";

export type Verdict = KlarnaTopic["verdict"];

export const fetchCheck = (days: number, signal: AbortSignal) =>
  api.get("/reports/klarna_check", { query: { days }, signal });

export const draftRule = (topic: string) => api.post("/reports/klarna_check/draft", { body: { topic } });
