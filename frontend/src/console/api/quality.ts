/** The calls about labels of handovers, reviews of what the assistant had alone, and what they add up to. */

import type { HandoverLabelForm, HandoverQuality, paths, QualityRow, ReviewForm } from "../../shared/api";
import type { Message, ThreadEvent } from "../../shared/wire";
import { fetchEvents } from "./conversations";
import { api } from "./typed";

export type {
  EstimatedShare as Estimate,
  HandoverQuality as Quality,
  LabelledConversation as Labelled,
  QualityConversation as BehindRow,
  QualityPart as PartOfTime,
  QualityRow,
  QualityTrigger as TriggerRow,
  ReviewList as Reviews,
  ReviewRow as Review,
} from "../../shared/api";

export type Verdict = HandoverLabelForm["verdict"];
export type ReviewVerdict = NonNullable<ReviewForm["verdict"]>;
export type Measure = keyof QualityRow["before"];
export type By = HandoverQuality["by"];

type BehindQuery = paths["/rules/quality/conversations"]["get"]["parameters"]["query"];

export type Kind = BehindQuery["kind"];
export type Figures = Omit<QualityRow, "before" | "series">;

/** Which conversations stand behind a number; the trigger by its name. */
export type Behind = Omit<BehindQuery, "limit" | "cursor" | "trigger"> & { trigger?: string };

/** What somebody says of a handover or of a review; triggers are the rules' by their names. */
type Said<Form extends { trigger?: unknown }> = Omit<Form, "trigger"> & { trigger?: string | null };
export type Judged = Said<ReviewForm>;

export const labelHandover = (conversation_id: string, said: Said<HandoverLabelForm>) =>
  api.put("/conversations/{conversation_id}/handover/label", {
    path: { conversation_id },
    body: said as HandoverLabelForm,
  });

export const takeBackLabel = (conversation_id: string, handover_id: string) =>
  api.delete("/conversations/{conversation_id}/handover/label", {
    path: { conversation_id },
    query: { handover_id },
  });

export const fetchQuality = (days: number, by: By, signal: AbortSignal) =>
  api.get("/rules/quality", { query: { days, by }, signal });

export const listBehind = (asked: Behind, cursor: string | null, signal: AbortSignal) =>
  api.get("/rules/quality/conversations", {
    query: { ...(asked as BehindQuery), ...(cursor && { cursor }) },
    signal,
  });

export const listReviews = (state: "open" | "done", cursor: string | null, signal: AbortSignal) =>
  api.get("/reviews", { query: { state, ...(cursor && { cursor }) }, signal });

export const judgeReview = (review_id: string, said: Judged) =>
  api.put("/reviews/{review_id}", { path: { review_id }, body: said as ReviewForm });

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
