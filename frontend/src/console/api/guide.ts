/** The calls of the welcome guide: where it stands, articles, and questions to try. */

import type { WelcomePlaceForm, WelcomeStep } from "../../shared/api";
import { api } from "./typed";

export type {
  ArticleRow as ArticleEntry,
  AssistantPreview as Preview,
  WelcomeGuide as Guide,
  WelcomeStep as GuideStep,
} from "../../shared/api";

export type StepKey = WelcomeStep["key"];

export const fetchGuide = (signal: AbortSignal) => api.get("/guide", { signal });

export const keepPlace = (body: WelcomePlaceForm) => api.patch("/guide", { body });

export const listArticles = (signal: AbortSignal) => api.get("/articles", { signal });

/** What the assistant would do with this question; nothing of it is stored. */
export const preview = (question: string) => api.post("/assistant/preview", { body: { question } });
