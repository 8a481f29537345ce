/** The calls about what customers say of conversations that are over, and when they are asked. */

import type { Holder, Named, Page, Status } from "../../shared/wire";
import { call } from "./client";

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

export interface Rated {
  id: string;
  conversation_id: string;
  episode: number;
  customer: { id: string; name: string; email: string | null };
  subject: string;
  status: Status;
  channel: "widget" | "mail";
  holder: Holder;
  agent: Named | null;
  team: Named | null;
  asked_at: string;
  ended_at: string;
  answered_at: string | null;
  /** 1 to 5, 5 is very satisfied. */
  satisfaction: number | null;
  /** 1 to 5, 5 is very easy. */
  effort: number | null;
  comment: string;
  low: boolean;
  dismissed: boolean;
  refused: boolean;
  replied_at: string | null;
  replied_by: Named | null;
}

/** A share of 0..1 with its 95% interval, and of how many. */
export interface Share {
  value: number;
  low: number;
  high: number;
  of: number;
}

export interface Part {
  asked: number;
  answered: number;
  response: Share | null;
  csat: Share | null;
}

export interface RatingFigures extends Record<Which, number> {
  low_from: number;
  response: Share | null;
  csat: Share | null;
  mean: { satisfaction: number | null; effort: number | null; efforts: number };
  /** How often 1, 2, 3, 4 and 5 were given. */
  satisfaction: number[];
  effort: number[];
  by_channel: Record<"widget" | "mail", Part>;
  by_holder: Record<Holder, Part>;
}

export interface Among {
  days: number;
  holder: "" | Holder;
  customer_id?: string;
}

export interface AskedRatings extends Among {
  which: Which;
  satisfaction: number | null;
}

export interface SurveySettings {
  in_widget: boolean;
  by_mail: boolean;
  /** Minutes. */
  mail_after: number;
  every_days: number;
  asks_effort: boolean;
  low_from: number;
  alerts: boolean;
  reopens: boolean;
  not_tagged: string[];
  /** Whether letters can leave at all. */
  can_mail: boolean;
}

function query(asked: Partial<AskedRatings>, more: Record<string, string> = {}): string {
  const named = Object.entries(asked).filter(([, value]) => value !== "" && value !== null);
  return String(
    new URLSearchParams({ ...Object.fromEntries(named.map(([k, v]) => [k, String(v)])), ...more }),
  );
}

export const fetchRatingFigures = (among: Among, signal: AbortSignal): Promise<RatingFigures> =>
  call(`surveys/figures?${query(among)}`, { signal });

export const listRatings = (
  asked: Partial<AskedRatings>,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<Rated>> => call(`surveys?${query(asked, cursor ? { cursor } : {})}`, { signal });

export const replyToRating = (id: string, text: string, client_id: string): Promise<Rated> =>
  call(`surveys/${id}/reply`, { method: "POST", body: { text, client_id } });

export const fetchSurveySettings = (signal: AbortSignal): Promise<SurveySettings> =>
  call("settings/survey", { signal });

export const changeSurveySettings = (fields: Partial<SurveySettings>): Promise<SurveySettings> =>
  call("settings/survey", { method: "PUT", body: fields });
