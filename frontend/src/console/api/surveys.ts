/** The calls about what customers say of conversations that are over, and when they are asked. */

import type { SurveyFigures, SurveyPart, SurveyRow, SurveySettingsRow, SurveyShare } from "../../shared/api";
import { api } from "./typed";

export const WHICH = [
  "asked",
  "answered",
  "unanswered",
  "satisfied",
  "low",
  "low_open",
  "commented",
  "refused",
] as const;
export type Which = (typeof WHICH)[number];
export type Rated = SurveyRow;
export type Share = SurveyShare;
export type Part = SurveyPart;
export type RatingFigures = SurveyFigures;
export type SurveySettings = SurveySettingsRow;

export interface Among {
  days: number;
  holder: "" | SurveyRow["holder"];
  customer_id?: string;
}

export interface AskedRatings extends Among {
  which: Which;
  satisfaction: number | null;
}

/** What is named, without what stands for all. */
function named<Asked extends object>(asked: Asked) {
  const kept = Object.entries(asked).filter(([, value]) => value !== "" && value !== null);
  return Object.fromEntries(kept) as { [N in keyof Asked]: NonNullable<Asked[N]> };
}

export const fetchRatingFigures = (among: Among, signal: AbortSignal) =>
  api.get("/surveys/figures", { query: named(among), signal });

export const listRatings = (asked: Partial<AskedRatings>, cursor: string | null, signal: AbortSignal) =>
  api.get("/surveys", { query: { ...named(asked), ...(cursor && { cursor }) }, signal });

export const replyToRating = (survey_id: string, text: string, client_id: string) =>
  api.post("/surveys/{survey_id}/reply", { path: { survey_id }, body: { text, client_id } });

export const fetchSurveySettings = (signal: AbortSignal) => api.get("/settings/survey", { signal });

export const changeSurveySettings = (body: Partial<Omit<SurveySettings, "can_mail">>) =>
  api.patch("/settings/survey", { body });
