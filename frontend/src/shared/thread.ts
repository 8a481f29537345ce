/**
 * The screen is a fold of the log: these pure functions are the only writers of a thread.
 *
 * A log event counts once and in order. One that was seen is dropped; one that leaves a gap is dropped too, and
 * `isStale` then asks its holder to fetch all after `seq`. Nothing here reads a clock: `now` is milliseconds.
 */

import type {
  Ack,
  ApiError,
  Attachment,
  Author,
  Control,
  Delta,
  Hint,
  Message,
  Queue,
  Status,
  StatusChange,
  ThreadEvent,
} from "./wire";

/** How long a person's typing is believed when nothing renews it. */
export const TYPING_LASTS = 8_000;
/** The assistant says once that it has begun; its turn always ends with a message or a handover. */
export const ASSISTANT_TYPING_LASTS = 30_000;

/** A draft to which nothing is added any more has been lost on its way. */
export const DRAFT_LASTS = 30_000;
const REMEMBERED_CANCELLED = 8;

/** A message of one's own that the log does not show yet. */
export interface Pending {
  client_id: string;
  kind: "send" | "ask_person";
  text: string;
  attachments: readonly Attachment[];
  at: number;
  /** Stored at this place of the log, once the server has said so. */
  seq: number | null;
  error: ApiError | null;
}

export interface TypingAuthor {
  author: Author;
  until: number;
}

/** What the assistant is saying; nothing of it is stored. */
export interface Draft {
  message_id: string;
  text: string;
  /** The number of the piece that comes next. */
  next: number;
  until: number;
}

export interface Thread {
  id: string | null;
  /** The log up to here is not loaded; 0 when it is there from its beginning. */
  from: number;
  /** The last event folded in; the log up to here is on the screen. */
  seq: number;
  /** The highest place of the log that anything has spoken of. */
  seen: number;
  status: Status;
  control: Control;
  events: readonly ThreadEvent[];
  pending: readonly Pending[];
  typing: readonly TypingAuthor[];
  draft: Draft | null;
  /** The last few drafts that were taken back, whose late pieces count no more. */
  cancelled: readonly string[];
  /** Where the customer stands while they wait. */
  queue: Queue | null;
}

export const EMPTY: Thread = {
  id: null,
  from: 0,
  seq: 0,
  seen: 0,
  status: "open",
  // A conversation begins with the assistant, under the first epoch.
  control: { holder: "assistant", agent: null, team: null, epoch: 1, since: "", reason: "started" },
  events: [],
  pending: [],
  typing: [],
  draft: null,
  cancelled: [],
  queue: null,
};

/** Whether the log holds something that this thread has not folded in. */
export function isStale(thread: Thread): boolean {
  return thread.seen > thread.seq;
}

/** The empty thread of one conversation; what was not yet sent stays with the customer. */
export function threadOf(id: string | null, pending: readonly Pending[] = []): Thread {
  return { ...EMPTY, id, pending: pending.filter((one) => one.seq === null) };
}

/** Folds in one event of the log. */
export function applyEvent(thread: Thread, event: ThreadEvent): Thread {
  if (thread.id !== null && event.conversation_id !== thread.id) return thread;
  if (event.seq <= thread.seq) return thread;
  const seen = Math.max(thread.seen, event.seq);
  // A gap may hide that a person took over: no word of a draft is shown on the strength of what is missing.
  if (event.seq > thread.seq + 1) return { ...thread, id: event.conversation_id, seen, draft: null };
  const next: Thread = {
    ...thread,
    id: event.conversation_id,
    seq: event.seq,
    seen,
    events: [...thread.events, event],
  };
  switch (event.type) {
    case "message.added":
      return withMessage(next, event.data);
    case "control.changed":
      return withControl(next, event.data);
    case "status.changed":
      return withStatus(next, event.data);
  }
}

/** Folds in several events, in the order given. */
export function applyEvents(thread: Thread, events: readonly ThreadEvent[]): Thread {
  return events.reduce(applyEvent, thread);
}

function sameAuthor(one: Author, other: Author): boolean {
  return one.kind === other.kind && one.id === other.id;
}

function withMessage(thread: Thread, message: Message): Thread {
  const over = message.author.kind === "assistant" || message.id === thread.draft?.message_id;
  return {
    ...thread,
    draft: over ? null : thread.draft,
    pending: thread.pending.filter((one) => one.client_id !== message.client_id),
    typing: thread.typing.filter((one) => !sameAuthor(one.author, message.author)),
  };
}

function withControl(thread: Thread, change: Control): Thread {
  const { holder, agent, team, epoch, since, reason } = change;
  return {
    ...thread,
    control: { holder, agent, team, epoch, since, reason },
    draft: null,
    typing:
      holder === "assistant" ? thread.typing : thread.typing.filter((one) => one.author.kind !== "assistant"),
    queue: holder === "queue" ? thread.queue : null,
  };
}

function withStatus(thread: Thread, change: StatusChange): Thread {
  // A notice such as "A person looks at the answer first" ends a turn: the assistant writes no more.
  if (change.notice)
    return { ...thread, typing: thread.typing.filter((one) => one.author.kind !== "assistant") };
  return { ...thread, status: change.status };
}

/** Takes a hint: who is typing, what the assistant is saying, or the place in the queue. */
export function applyHint(thread: Thread, hint: Hint, now: number): Thread {
  if (hint.conversation_id !== thread.id) return thread;
  switch (hint.type) {
    case "queue.moved":
      return { ...thread, queue: hint.data };
    case "typing":
      return withTyping(thread, hint.data.author, hint.data.active ? now + lasting(hint.data.author) : 0);
    case "message.delta":
      return withDelta(thread, hint.data, now);
    case "message.cancelled":
      return withoutDraft(thread, hint.data.message_id);
    default:
      // A server newer than this page may hint at what the page does not know yet.
      return thread;
  }
}

/** Whether the assistant may be heard saying this: it holds the baton, and nothing that we miss says otherwise. */
function mayBeHeard(thread: Thread, delta: Delta): boolean {
  const { holder, epoch } = thread.control;
  return (
    holder === "assistant" && delta.epoch === epoch && !isStale(thread) && !isOver(thread, delta.message_id)
  );
}

function isOver(thread: Thread, messageId: string): boolean {
  const stored = (event: ThreadEvent) => event.type === "message.added" && event.data.id === messageId;
  return thread.cancelled.includes(messageId) || thread.events.some(stored);
}

function withDelta(thread: Thread, delta: Delta, now: number): Thread {
  const { message_id, index, text } = delta;
  if (!mayBeHeard(thread, delta)) return thread;
  const before = thread.draft?.message_id === message_id ? thread.draft : { text: "", next: 0 };
  if (index !== before.next) return thread;
  return {
    ...thread,
    draft: { message_id, text: before.text + text, next: index + 1, until: now + DRAFT_LASTS },
    typing: thread.typing.filter((one) => one.author.kind !== "assistant"),
  };
}

/** Without an id, whatever is being said goes: a supervisor wants to see it first. */
function withoutDraft(thread: Thread, messageId: string): Thread {
  if (messageId === "") return { ...thread, draft: null };
  return {
    ...thread,
    draft: thread.draft?.message_id === messageId ? null : thread.draft,
    cancelled: [...thread.cancelled, messageId].slice(-REMEMBERED_CANCELLED),
  };
}

function lasting(author: Author): number {
  return author.kind === "assistant" ? ASSISTANT_TYPING_LASTS : TYPING_LASTS;
}

function withTyping(thread: Thread, author: Author, until: number): Thread {
  const silenced =
    author.kind === "assistant" && (thread.control.holder !== "assistant" || thread.draft !== null);
  const others = thread.typing.filter((one) => !sameAuthor(one.author, author));
  return { ...thread, typing: until > 0 && !silenced ? [...others, { author, until }] : others };
}

/** Drops what is only passing and was not renewed; the same thread when nothing has run out. */
export function expirePassing(thread: Thread, now: number): Thread {
  const typing = thread.typing.filter((one) => one.until > now);
  const draft = thread.draft && thread.draft.until > now ? thread.draft : null;
  const same = typing.length === thread.typing.length && draft === thread.draft;
  return same ? thread : { ...thread, typing, draft };
}

/** Whether anything stands on the screen that runs out unless it is renewed. */
export function hasPassing(thread: Thread): boolean {
  return thread.typing.length > 0 || thread.draft !== null;
}

/** Shows a message of one's own at once, before the server has it. */
export function addPending(
  thread: Thread,
  sent: Pick<Pending, "client_id" | "kind" | "text" | "attachments">,
  now: number,
): Thread {
  const others = thread.pending.filter((one) => one.client_id !== sent.client_id);
  return { ...thread, pending: [...others, { ...sent, at: now, seq: null, error: null }] };
}

/** The server stored it; the bubble stays pending until the log shows it. */
export function acknowledge(thread: Thread, ack: Ack): Thread {
  const pending = thread.pending
    .map((one) => (one.client_id === ack.client_id ? { ...one, seq: ack.seq, error: null } : one))
    .filter(
      (one) => one.client_id !== ack.client_id || ack.conversation_id !== thread.id || ack.seq > thread.seq,
    );
  const ours = thread.id === null || thread.id === ack.conversation_id;
  const seen = ours ? Math.max(thread.seen, ack.seq) : thread.seen;
  return { ...thread, pending, seen };
}

/** The server refused it; it stays, with the reason, until it is sent again or dropped. */
export function refuse(thread: Thread, clientId: string, error: ApiError): Thread {
  const pending = thread.pending.map((one) => (one.client_id === clientId ? { ...one, error } : one));
  return { ...thread, pending };
}

/** Takes an unsent message away. */
export function dropPending(thread: Thread, clientId: string): Thread {
  return { ...thread, pending: thread.pending.filter((one) => one.client_id !== clientId) };
}

/** The messages of a thread in order. */
export function messagesOf(thread: Thread): Message[] {
  return thread.events.flatMap((event) => (event.type === "message.added" ? [event.data] : []));
}

/** A draft as the message that it will be: plain words under no number of the log, without sources or a time. */
export function messageOf(draft: Draft): Message {
  return {
    id: draft.message_id,
    seq: 0,
    author: { kind: "assistant", id: null, name: "" },
    text: draft.text,
    html: "",
    sources: [],
    client_id: null,
    created_at: "",
    offers_person: false,
    ai: true,
    attachments: [],
    corrects: null,
    greeting: null,
    checked_by: null,
    choices: [],
    form: "",
  };
}

/** A draft's paragraphs without the signs of markup that its finished message will not show either. */
export function paragraphsOf(text: string): string[] {
  return text
    .replace(/\*\*/g, "")
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== "");
}
