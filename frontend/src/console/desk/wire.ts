/** What travels between the server and the console: what REST says too is the document's, the rest is of sockets. */

import type {
  DecisionRow,
  DraftRow,
  ListedConversation,
  Me,
  NoteRow,
  ConversationRow as Row,
} from "../../shared/api";
import type { Ack, Author, Hint, Named, Passing, Refusal, ThreadEvent } from "../../shared/wire";
import type { RiskRow } from "../api/control";

export type {
  CardFact,
  ConversationCounts as Counts,
  ConversationDetail,
  DecisionRow as Decision,
  DeedRow as Deed,
  DeskColleague as Colleague,
  DraftDeed as DraftAct,
  DraftRow as Draft,
  HandoverLabelRow as HandoverLabel,
  LabelledHandover as HandoverCard,
  Me,
  MoodStep,
  MyBillingNotice as BillingNotice,
  MyPlan,
  NoteRow as Note,
  OrderBrief as Order,
  Quote,
  RuleLack as Lack,
  RulesConsidered as Considered,
  SearchHit as Found,
  Signal,
  Trigger,
} from "../../shared/api";

/** Who looks at a conversation: its customer in the widget, or an agent who has it open. */
export interface Presence {
  author: Author;
  here: boolean;
}

/** Hints that only the desk may see. */
export type DeskHint =
  | Passing<"presence", Presence>
  | Passing<"seen", { seq: number }>
  | Passing<"conversation.updated", ConversationRow>
  | Passing<"conversation.removed", Record<string, never>>
  | Passing<"note.added", NoteRow>
  | Passing<"note.removed", { id: string }>
  | Passing<"reply_draft.changed", { agent: Named; revision: number; writing: boolean }>
  | Passing<"decision.recorded", DecisionRow>
  | Passing<"draft.added", DraftRow>
  | Passing<"draft.changed", DraftRow>
  | Passing<"survey.changed", { id: string }>
  | Passing<"tasks.changed", { open: number }>
  | Passing<"commitments.changed", Record<string, never>>
  | Passing<"translations.changed", { language: string }>;

/** What an agent's browser may send. */
export type DeskFrame =
  | { op: "watch"; conversation_id: string; last_seq: number }
  | { op: "unwatch"; conversation_id: string }
  | { op: "send"; conversation_id: string; client_id: string; text: string; attachments?: string[] }
  | { op: "typing"; conversation_id: string; active: boolean }
  | { op: "presence"; state: "online" | "away" | "idle" | "back" }
  | { op: "watch_control_room" }
  | { op: "unwatch_control_room" };

/** What an agent's browser may receive. */
export type DeskReply =
  | { op: "welcome"; agent: Me }
  | { op: "watching"; conversation_id: string; events: ThreadEvent[]; has_more: boolean }
  | { op: "alerts" }
  | { op: "control_room"; rows: RiskRow[]; gone: string[] }
  | { op: "rows"; events: Extract<DeskHint, { type: "conversation.updated" | "conversation.removed" }>[] }
  | Ack
  | Refusal
  | ThreadEvent
  | Hint
  | DeskHint;

export type Role = Me["role"];
export type Availability = Me["presence"];
/** A row of the list; `found` stands only in those of the list and of a search. */
export type ConversationRow = Row & Partial<Pick<ListedConversation, "found">>;
export type Sla = NonNullable<Row["sla"]>;

/** A team as somebody to pass a conversation to. */
export interface Team {
  id: string;
  name: string;
  /** How many of its people are online. */
  online: number;
}
