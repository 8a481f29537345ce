/** What travels between the server and the browser: what REST says too is the document's, the rest is of sockets. */

import type {
  Author,
  Control,
  ErrorFacts,
  FileRow,
  LogEntry,
  MessageChoice,
  MessageRow,
  QueueStanding,
  StatusChange,
  WidgetWelcome,
} from "./api";

export type {
  Author,
  Control,
  ControlChange,
  Named,
  Source,
  StatusChange,
  TranscriptAddress,
  TranscriptAsked,
  WidgetConversation,
} from "./api";

export type Holder = Control["holder"];
export type Status = StatusChange["status"];
export type ControlReason = Control["reason"];
/** A file that came with a message; `url` is a signed path that lives for an hour. */
export type Attachment = FileRow;
export type Choice = MessageChoice;
/** The card that helps to answer; in words alone every one of them can be answered too. */
export type Form = MessageRow["form"];
export type Message = MessageRow;
/** Every log entry is exactly one of these; seq runs 1..n without gaps in each conversation. */
export type ThreadEvent = LogEntry;
/** Where a waiting customer stands. */
export type Queue = QueueStanding;
export type WaitsBy = QueueStanding["chosen"];
export type ApiError = ErrorFacts;
export type Company = WidgetWelcome["company"];
/** What is asked of this visitor before a chat. */
export type BeforeChat = NonNullable<WidgetWelcome["form"]>;
/** What the company's page said by itself. */
export type Greeting = Company["greetings"][number];
export type Welcome = WidgetWelcome;

export interface Passing<Type extends string, Data> {
  seq: null;
  type: Type;
  conversation_id: string;
  data: Data;
}

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

/** Never stored: losing one costs nothing. */
export type Hint =
  | Passing<"typing", Typing>
  | Passing<"queue.moved", Queue>
  | Passing<"message.delta", Delta>
  | Passing<"message.cancelled", { message_id: string; epoch: number }>;

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
  | { op: "send"; client_id: string; text: string; attachments?: string[]; greeting?: string }
  | { op: "ask_person"; client_id: string; greeting?: string }
  | { op: "typing"; active: boolean }
  | { op: "seen"; seq: number }
  | { op: "resume"; last_seq: number };

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
