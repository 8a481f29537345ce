/** What travels between the server and the console; the server mirrors these shapes. */

import type {
  Ack,
  Attributes,
  Author,
  Control,
  ControlReason,
  Hint,
  Named,
  Passing,
  Refusal,
  Source,
  Status,
  ThreadEvent,
  WaitsBy,
} from "../../shared/wire";
import type { RiskRow } from "../api/control";
import type { View } from "../inbox/address";
import type { Right } from "./rights";

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
  | Passing<"note.added", Note>
  | Passing<"note.removed", { id: string }>
  | Passing<"reply_draft.changed", { agent: Named; revision: number; writing: boolean }>
  | Passing<"decision.recorded", Decision>
  | Passing<"draft.added", Draft>
  | Passing<"draft.changed", Draft>
  | Passing<"survey.changed", { id: string }>
  | Passing<"tasks.changed", { open: number }>
  | Passing<"commitments.changed", Record<string, never>>;

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

export type Role = "owner" | "admin" | "supervisor" | "agent" | "viewer";
export type Availability = "online" | "away" | "offline";

/** What the company's plan says here and now; the server decides, the console explains. */
export interface MyPlan {
  key: "free" | "team" | "business";
  name: string;
  features: ("control_room" | "sla" | "sso")[];
  /** How far back resolved conversations are shown; null: all of them. */
  history_days: number | null;
  /** Why settings can be read and not changed. */
  lock: "unpaid" | "over_seats" | null;
}

/** What owners and admins should know about the plan before it surprises them. */
export interface BillingNotice {
  kind:
    | "trial"
    | "trial_ending"
    | "cap_near"
    | "cap_reached"
    | "payment_failed"
    | "locked"
    | "over_seats"
    | "ends";
  words: string;
  href: string;
}

export interface Me {
  id: string;
  name: string;
  email: string;
  role: Role;
  presence: Availability;
  /** Then it does not come back by itself. */
  presence_by_hand: boolean;
  /** Without input until they count as away. */
  idle_seconds: number;
  teams: Named[];
  company: { name: string; accent: string };
  rights: Right[];
  /** Sees the operators' pages of the platform. */
  is_operator: boolean;
  workspace: {
    name: string;
    host: string;
    logo_url: string | null;
    accent: string;
    /** Owners and admins need a second factor. */
    requires_totp: boolean;
    closing_at: string | null;
  };
  plan: MyPlan;
  /** Only for who sees the billing page. */
  billing_notice: BillingNotice | null;
}

export interface Trigger {
  name: string;
  label: string;
}

export interface Sla {
  kind: "first_reply" | "next_reply" | "resolution";
  /** Null while the clock is paused. */
  due_at: string | null;
  /** When four fifths of the time are over. */
  soon_at: string | null;
  state: "running" | "paused" | "breached";
  /** While it is paused: how many seconds of working time it has left; below 0 it is past due. */
  left: number | null;
}

export interface ConversationRow {
  id: string;
  customer: { id: string; name: string; email: string | null };
  channel: "widget" | "email" | "api";
  status: Status;
  snoozed_until: string | null;
  /** How a customer who waits, or waited, wants to go on. */
  waits_by?: WaitsBy;
  /** Where they want the answer; it proves nothing. */
  answer_to?: string | null;
  /** A call is promised, from then on. */
  call_at?: string | null;
  control: Control & { reason: ControlReason };
  last_message: { author: Author; text: string; created_at: string } | null;
  /** What other departments still do on it. */
  tasks: { open: number };
  needs_reply: boolean;
  waiting_since: string | null;
  /** The first of the customer's words that nobody has answered yet. */
  unanswered_since: string | null;
  /** When the next step is taken if nothing happens before; null once resolved. */
  due_at: string | null;
  /** Until when an answer is held for somebody to look at; then a person gets the conversation. */
  draft_due_at?: string | null;
  /** How often that has happened since the baton last moved. */
  overdue_steps: number;
  /** The clock of the company's promises that is due next; null where no policy sets any. */
  sla: Sla | null;
  /** The customer's other conversation, in which this one goes on. */
  merged_into: string | null;
  /** How far the customer has seen the log. */
  seen_seq: number;
  priority: "normal" | "high" | "urgent";
  offered_to: Named | null;
  offered_until: string | null; // then somebody else is asked
  tags: string[];
  trigger: Trigger | null;
  /** Only in the answers of a search. */
  found?: Found | null;
  created_at: string;
  updated_at: string;
  seq: number;
}

/** Where a search found its words. */
export interface Found {
  where: "message" | "note" | "customer" | "order" | "tag" | "subject" | "apart";
  /** Of a message. */
  seq: number | null;
  author: string | null;
  at: string | null;
  parts: { text: string; hit: boolean }[];
}

/** A quotation; start and end are character offsets into the text of message `seq`. */
export interface Quote {
  text: string;
  seq: number;
  start: number;
  end: number;
}

export interface Signal {
  name: string;
  label: string;
  value: number;
  threshold: number;
  evidence: Quote[];
}

export interface Decision {
  id: string;
  asked_seq: number;
  answer_seq: number | null;
  action: "answer" | "unsure" | "handover" | "held" | "off";
  trigger: string | null;
  label: string | null;
  rule: { name: string; version: number } | null;
  rules_version?: number;
  signals: Signal[];
  /** Null where nothing is known of it. */
  considered?: Considered | null;
  /** How moods went over the customer's lines, by signal; each value within 0..1. */
  courses?: Record<string, MoodStep[]>;
  /** What measured and answered, each with its version. */
  models?: { name: string; label: string; version: string }[];
  confidence: number | null;
  created_at: string;
}

export interface MoodStep {
  seq: number;
  value: number;
}

/** The rules that held at a decision, the deciding one first, and those that one comparison kept from it. */
export interface Considered {
  fired: { rule: string; trigger: Trigger; does: "hand_over" | "ask_approval" | "mark" }[];
  nearly: { rule: string; trigger: Trigger; lacks: Lack[] }[];
}

/** One thing that a rule lacked: "Anger 61% of the 70% needed". */
export interface Lack {
  fact: string;
  was: number;
  operator: string;
  needed: number;
  words: string;
}

/** What somebody says of a handover. */
export interface HandoverLabel {
  verdict: "right" | "too_late" | "needless";
  /** The one it should have been; null for the one that it was. */
  trigger: Trigger | null;
  by: Named | null;
  at: string;
}

export interface HandoverCard {
  id: string;
  requested_at: string;
  accepted_at: string | null;
  accepted_by: Named | null;
  trigger: Trigger;
  rule: { name: string; version: number };
  /** A sentence. */
  reason: string;
  /** Those that fired, with their evidence. */
  signals: Signal[];
  wants: string;
  summary: string;
  facts: {
    name: string;
    label: string;
    value: string;
    seq: number;
    /** What was passed on before the customer put it right. */
    corrected_from?: string;
  }[];
  tried: { text: string; seq: number }[];
  promised?: { text: string; seq: number }[];
  /** What people decided when they had it before. */
  decided?: { text: string; by: string; at: string; seq: number | null }[];
  /** From what a skill ran into, or an article; null where neither says anything. */
  next_step?: { text: string; from: "skill" | "article" | "decision" | "plan"; because: string } | null;
  /** From -1 (bad) to 1 (good). */
  mood: { seq: number; value: number }[];
  suggestion: { text: string; source: Source } | null;
  label?: HandoverLabel | null;
}

export interface Note {
  id: string;
  author: Named;
  text: string;
  html: string;
  /** It went with the baton. */
  passed_on?: "transfer" | "hand_back" | null;
  created_at: string;
  /** Colleagues whom it names. */
  mentions?: Named[];
}

export interface Order {
  number: string;
  status: string;
  placed_at: string;
  total: string;
  currency: string;
  items: { name: string; quantity: number; price: string }[];
  tracking: string | null;
  email: string;
  /** A decimal number as a text; null where nothing was. */
  refunded: string | null;
}

/** What the assistant would say, for an agent to decide about. */
export interface Draft {
  id: string;
  conversation_id: string;
  /** Held: the assistant's own answer. Suggested: a reply for the agent who holds the conversation. */
  kind: "held" | "suggested";
  state: "waiting" | "approved" | "edited" | "rejected" | "superseded" | "expired";
  text: string;
  /** Safe markup, rendered by the server. */
  html: string;
  sources: Source[];
  confidence: number | null;
  /** Why it is held, a sentence. */
  reason: string;
  due_at: string | null;
  asked: { seq: number; text: string };
  decided_by: Named | null;
  answer_seq: number | null;
  created_at: string;
  /** What the approval does to the business; null for one that only says something. */
  act: DraftAct | null;
}

export interface DraftAct {
  skill: { name: string; label: string };
  kind: string;
  subject: string;
  /** A decimal number as a text; null where no money moves. */
  amount: string | null;
  currency: string;
  /** The policy's words. */
  because: string;
  /** Why an agent has to agree. */
  waits: string;
  /** The address that the customer proved. */
  email: string | null;
}

/** Something that a skill did to the business, or was not let do. */
export interface Deed {
  id: string;
  conversation_id: string | null;
  skill: { name: string; label: string };
  kind: string;
  subject: string;
  state: "pending" | "done" | "declined" | "failed";
  amount: string | null;
  currency: string;
  because: string;
  says: string;
  problem: string;
  asked_seq: number | null;
  proven: { email: string; how: string } | null;
  approved_by: string | null;
  created_at: string;
  done_at: string | null;
}

export interface ConversationDetail extends ConversationRow {
  draft?: Draft | null;
  actions: Deed[];
  handover: HandoverCard | null;
  decisions: Decision[];
  notes: Note[];
  orders: Order[];
  identity?: {
    /** What the customer proved and still counts. */
    proven: { email: string; how: "identity" | "code"; until: string }[];
    /** The company's own id of them, which its server signed. */
    external_id: string | null;
    /** What the page around the widget said of them; it proves nothing. */
    page_attributes: Attributes;
  };
  past: { id: string; created_at: string; status: Status; last_text: string }[];
}

/** How many each view holds, up to a thousand; of mentions those not seen yet; of one's own those that wait for an answer. */
export type Counts = Record<View | "unanswered", number>;

/** An agent as somebody to pass a conversation to. */
export interface Colleague {
  id: string;
  name: string;
  presence: Availability;
  teams: Named[];
  /** Conversations in their hands. */
  load: number;
  capacity: number;
}

export interface Team {
  id: string;
  name: string;
  /** How many of its people are online. */
  online: number;
}
