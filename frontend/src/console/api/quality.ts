/** The calls about labels of handovers, reviews of what the assistant had alone, and what they add up to. */

import type { Message, Named, Page, ThreadEvent } from "../../shared/wire";
import type { HandoverLabel, Trigger } from "../desk/wire";
import { call } from "./client";
import { fetchEvents } from "./conversations";

export type Verdict = HandoverLabel["verdict"];
export type ReviewVerdict = "right" | "missed" | "cannot_tell";
export type Measure = "precision" | "in_time" | "recall";
export type By = "week" | "version";

/** A share within 0..1 with its 95% interval; it rests on `of` cases. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
  of: number;
}

export interface Figures {
  handovers: number;
  labelled: number;
  right: number;
  too_late: number;
  needless: number;
  /** Needed, but for another reason than theirs. */
  other: number;
  /** Came to a person for another reason than this one. */
  elsewhere: number;
  missed: number;
  missed_in_all: { value: number; low: number; high: number } | null;
  precision: Estimate | null;
  in_time: Estimate | null;
  recall: Estimate | null;
}

/** A week, or a version of the rules. */
export interface PartOfTime extends Figures {
  key: string;
  begins: string | null;
}

export interface QualityRow extends Figures {
  before: Record<Measure, number | null>;
  series: PartOfTime[];
}

export interface TriggerRow extends QualityRow {
  name: string;
  label: string;
  protective: boolean;
}

export interface Quality {
  days: number;
  by: By;
  from: string;
  until: string;
  all: QualityRow;
  triggers: TriggerRow[];
  versions: { number: number; published_at: string }[];
  reviews: { drawn: number; stand_for: number; judged: number; cannot_tell: number; open: number };
}

export type Kind =
  | "handovers"
  | "labelled"
  | "unlabelled"
  | "right"
  | "too_late"
  | "needless"
  | "other"
  | "elsewhere"
  | "missed"
  | "reviewed"
  | "cannot_tell";

/** Which conversations stand behind a number. */
export interface Behind {
  kind: Kind;
  days: number;
  trigger?: string;
  week?: string;
  version?: string;
}

export interface BehindRow {
  id: string;
  conversation_id: string;
  customer: Named;
  at: string;
  asked: { seq: number; text: string } | null;
  trigger: Trigger | null;
  verdict: Verdict | ReviewVerdict | null;
  meant: Trigger | null;
  by: string | null;
}

export interface Review {
  id: string;
  conversation_id: string;
  customer: Named;
  began_at: string;
  language: string;
  /** The customer's first words. */
  opening: string | null;
  verdict: ReviewVerdict | null;
  trigger: Trigger | null;
  at_seq: number | null;
  by: Named | null;
  at: string | null;
}

export interface Judged {
  verdict: ReviewVerdict | null;
  trigger?: string | null;
  at_seq?: number | null;
}

export interface Reviews extends Page<Review> {
  counts: { open: number; done: number };
}

const labelAt = (id: string): string => `conversations/${encodeURIComponent(id)}/handover/label`;

export interface Labelled {
  handover_id: string;
  label: HandoverLabel | null;
}

export const labelHandover = (
  id: string,
  said: { verdict: Verdict; trigger: string | null; handover_id: string },
): Promise<Labelled> => call(labelAt(id), { method: "PUT", body: said });

export const takeBackLabel = (id: string, handover_id: string): Promise<Labelled> =>
  call(`${labelAt(id)}?${new URLSearchParams({ handover_id })}`, { method: "DELETE" });

export const fetchQuality = (days: number, by: By, signal: AbortSignal): Promise<Quality> =>
  call(`rules/quality?${new URLSearchParams({ days: String(days), by })}`, { signal });

export function listBehind(
  asked: Behind,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<BehindRow>> {
  const { days, ...others } = asked;
  const query = new URLSearchParams({ days: String(days), ...others, ...(cursor && { cursor }) });
  return call(`rules/quality/conversations?${query}`, { signal });
}

export const listReviews = (
  state: "open" | "done",
  cursor: string | null,
  signal: AbortSignal,
): Promise<Reviews> =>
  call(`reviews?${new URLSearchParams({ state, ...(cursor && { cursor }) })}`, { signal });

export const judgeReview = (id: string, judged: Judged): Promise<Review> =>
  call(`reviews/${encodeURIComponent(id)}`, { method: "PUT", body: judged });

const MOST_PAGES = 5;

/** What was said in a conversation, from the beginning. */
export async function fetchMessages(id: string, signal: AbortSignal): Promise<Message[]> {
  const events: ThreadEvent[] = [];
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await fetchEvents(id, events.at(-1)?.seq ?? 0, signal);
    events.push(...page.data);
    if (!page.has_more) break;
  }
  return events.flatMap((event) => (event.type === "message.added" ? [event.data] : []));
}
