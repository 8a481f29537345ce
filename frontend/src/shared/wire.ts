/** What travels between the server and the browser; the server mirrors these shapes. */

export type Holder = "assistant" | "queue" | "agent";
export type Status = "open" | "snoozed" | "resolved";

export interface Named {
  id: string;
  name: string;
}

export interface Author {
  kind: "customer" | "assistant" | "agent" | "system";
  id: string | null;
  name: string;
}

export interface Source {
  /** Empty where the answer rests on a record of the company's, such as an order. */
  article_id: string;
  title: string;
  /** The quoted text that the answer rests on. */
  passage: string;
}

/** A file that came with a message; `url` is a signed path that lives for an hour. */
export interface Attachment {
  id: string;
  name: string;
  content_type: string;
  /** Bytes. */
  size: number;
  /** Pixels, of images only. */
  width: number | null;
  height: number | null;
  url: string;
}

/** Something to pick; who picks it sends `says` as an ordinary message. */
export interface Choice {
  says: string;
  label: string;
  detail: string;
}

/** The card that helps to answer; in words alone every one of them can be answered too. */
export type Form = "" | "calendar" | "fields" | "code" | "confirm";

export interface Message {
  id: string;
  seq: number;
  author: Author;
  text: string;
  /** Safe markup, rendered by the server. */
  html: string;
  sources: Source[];
  client_id: string | null;
  created_at: string;
  /** Show "Talk to a person" as a quick reply under this message. */
  offers_person: boolean;
  ai: boolean;
  /** The person who looked at the assistant's words before they went. */
  checked_by?: Named | null;
  attachments: Attachment[];
  /** It puts right what entry `seq` said is passed on. */
  corrects?: { seq: number; line: number; text: string } | null;
  choices?: Choice[];
  form?: Form;
}

export type ControlReason =
  | "started"
  | "handed_over"
  | "accepted"
  | "taken_over"
  | "handed_back"
  | "transferred"
  | "returned"
  | "let_go"
  | "resolved"
  | "reopened"
  | "undone"
  | "left_queue";

export interface ControlChange {
  seq: number;
  holder: Holder;
  agent: Named | null;
  team: Named | null;
  epoch: number;
  since: string;
  reason: ControlReason;
  /** Words a customer may read. */
  text: string;
  /** Short lines naming what travels with the baton; empty unless handed over. */
  passed_on: string[];
}

export interface StatusChange {
  seq: number;
  status: Status;
  text: string;
  at: string;
  /** Only a word to both sides; the status stays as it is. */
  notice?: boolean;
  /** Until when it is snoozed. */
  until?: string | null;
}

interface Logged<Type extends string, Data> {
  seq: number;
  type: Type;
  conversation_id: string;
  data: Data;
}

export interface Passing<Type extends string, Data> {
  seq: null;
  type: Type;
  conversation_id: string;
  data: Data;
}

/** Every log entry is exactly one of these; seq runs 1..n without gaps in each conversation. */
export type ThreadEvent =
  | Logged<"message.added", Message>
  | Logged<"control.changed", ControlChange>
  | Logged<"status.changed", StatusChange>;

export interface Typing {
  author: Author;
  active: boolean;
}

/** A piece of an answer that is still being written; the pieces of one message are numbered from 0. */
export interface Delta {
  message_id: string;
  index: number;
  text: string;
  epoch: number;
}

/** How a waiting customer wants to go on, where it is not in the chat. */
export type WaitsBy = "" | "mail" | "call" | "assistant";

/** Where a waiting customer stands. */
export interface Queue {
  /** From 1; null for who stands in no line, since a call is promised. */
  position: number | null;
  /** Seconds from now, in which 8 of 10 such waits end; null where that is not known. */
  wait: { low: number; high: number } | null;
  /** When the team is back; null while it is at work. */
  opens_at: string | null;
  /** When it goes home, where the wait may be longer than that. */
  closes_at: string | null;
  choices: ("mail" | "call" | "assistant" | "leave")[];
  chosen: WaitsBy;
  call: { phone: string; begins_at: string; ends_at: string } | null;
  /** The address for the answer, as its owner knows it again. */
  mail: string | null;
}

/** Never stored: losing one costs nothing. */
export type Hint =
  | Passing<"typing", Typing>
  | Passing<"queue.moved", Queue>
  | Passing<"message.delta", Delta>
  | Passing<"message.cancelled", { message_id: string; epoch: number }>;

export interface ApiError {
  type: string;
  code: string;
  message: string;
  param: string | null;
  request_id: string;
}

export interface Company {
  name: string;
  /** #rrggbb */
  accent: string;
  logo_url: string | null;
  greeting: string;
  quick_replies: string[];
  /** Null while no assistant answers here. */
  ai_notice: string | null;
}

export interface Control {
  holder: Holder;
  agent: Named | null;
  team: Named | null;
  epoch: number;
  since: string;
}

export interface WidgetConversation {
  id: string;
  status: Status;
  control: Control;
  seq: number;
  /** Null while nobody waits. */
  queue: Queue | null;
}

/** What the page around the widget says of its visitor. */
export type Attributes = Record<string, string | number | boolean | null>;

/** What a customer's browser may send. */
export type WidgetFrame =
  | {
      op: "hello";
      token: string | null;
      conversation_id: string | null;
      last_seq: number;
      /** What the company's server signed about this visitor. */
      identity?: string;
    }
  | { op: "attributes"; attributes: Attributes }
  | { op: "correct"; client_id: string; seq: number; line: number; text: string }
  | { op: "send"; client_id: string; text: string; attachments?: string[] }
  | { op: "ask_person"; client_id: string }
  | { op: "typing"; active: boolean }
  | { op: "seen"; seq: number }
  | { op: "resume"; last_seq: number };

export interface Welcome {
  op: "welcome";
  token: string;
  customer_id: string;
  /** The company's server has said who this is. */
  identified?: boolean;
  /** Why what it signed does not count. */
  identity_error?: ApiError | null;
  company: Company;
  conversation: WidgetConversation | null;
  events: ThreadEvent[];
  has_more: boolean;
}

export interface Ack {
  op: "ack";
  client_id: string;
  seq: number;
  conversation_id: string;
}

/** The token of before is over; this one takes its place. */
export interface NewToken {
  op: "token";
  token: string;
}

export interface Events {
  op: "events";
  events: ThreadEvent[];
  has_more: boolean;
}

export interface Refusal {
  op: "error";
  client_id: string | null;
  error: ApiError;
}

/** The server asks whether what it sent has arrived; the same number comes back. */
export interface Ping {
  op: "ping";
  n: number;
}

export interface Pong {
  op: "pong";
  n: number;
}

/** What a customer's browser may receive. */
export type WidgetReply = Welcome | Ack | NewToken | Events | Refusal | ThreadEvent | Hint;

export interface Page<Row> {
  data: Row[];
  has_more: boolean;
  next_cursor: string | null;
}
