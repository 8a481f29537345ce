/** The widget's frames by REST, for networks that block sockets. */

import { type Courier, Hangup } from "../shared/polling";
import { NOT_HERE, SLOW_DOWN, WHO_ARE_YOU } from "../shared/socket";
import { upload, type Watch } from "../shared/upload";
import type {
  Ack,
  ApiError,
  Attachment,
  Events,
  Hint,
  Queue,
  ThreadEvent,
  TranscriptAddress,
  TranscriptAsked,
  Welcome,
  WidgetFrame,
  WidgetReply,
} from "../shared/wire";
import * as memory from "./memory";
import { say } from "./words/words";

const WAIT = 20;
const LOST = 1006;
/** The answers that end the talk as a socket's close would. */
const CLOSES: Record<number, number> = { 401: WHO_ARE_YOU, 403: NOT_HERE };

interface News {
  events: ThreadEvent[];
  hints: Hint[];
  has_more: boolean;
  conversation_id: string | null;
}

/** The server refused this one call; what it says is for the reader. */
class Refused extends Error {
  override name = "Refused";
  readonly error: ApiError;

  constructor(error: ApiError) {
    super(error.message);
    this.error = error;
  }
}

/** Asks the REST interface as this visitor. Rejects with Refused or Hangup, or TypeError when nobody answers. */
async function ask<Answer>(
  path: string,
  signal: AbortSignal,
  body?: object,
  method: "GET" | "POST" | "PUT" | "DELETE" = body ? "POST" : "GET",
): Promise<Answer> {
  const token = memory.token();
  const response = await fetch(`/api/v1/widget/${path}`, {
    method,
    credentials: "omit",
    headers: {
      Accept: "application/json",
      ...(body && { "Content-Type": "application/json" }),
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal,
  });
  const close = CLOSES[response.status];
  if (close) throw new Hangup(close);
  if (response.status >= 500) throw new Hangup(LOST);
  if (response.status === 204) return undefined as Answer;
  const answer = (await response.json()) as Answer | { error: ApiError };
  if (response.ok) return answer as Answer;
  throw new Refused((answer as { error: ApiError }).error);
}

/** Stores a file as this visitor, before the message that it goes with. */
export function uploadAsVisitor(file: File, watch: Watch): Promise<Attachment> {
  const token = memory.token();
  const headers = (): Record<string, string> => (token ? { Authorization: `Bearer ${token}` } : {});
  return upload(file, { url: "/api/v1/widget/attachments", headers }, watch);
}

/** The same file with a link that lives again; null when it cannot be had now. */
export async function freshLink(id: string): Promise<Attachment | null> {
  try {
    return await ask<Attachment>(`attachments/${encodeURIComponent(id)}`, new AbortController().signal);
  } catch (reason) {
    if (reason instanceof Refused || reason instanceof Hangup || reason instanceof TypeError) return null;
    throw reason;
  }
}

/** When somebody can be called. */
export interface CallWindow {
  begins_at: string;
  ends_at: string;
}

/** How a waiting customer wants to go on. */
export interface Wish {
  choice: "chat" | "mail" | "call" | "assistant" | "leave";
  email?: string;
  phone?: string;
  begins_at?: string;
}

/** The windows in which this visitor can be called; null when they cannot be had now. */
export async function callWindows(signal: AbortSignal): Promise<CallWindow[] | null> {
  return (await found<{ windows: CallWindow[] }>("queue", signal))?.windows ?? null;
}

/** Chooses; gives where they stand then, null for who left, or the words of a refusal. */
export async function wish(chosen: Wish): Promise<{ queue: Queue | null } | { problem: string }> {
  try {
    return await ask<{ queue: Queue | null }>("queue", new AbortController().signal, chosen);
  } catch (reason) {
    if (reason instanceof Refused) return { problem: wrongField(reason) };
    if (reason instanceof Hangup || reason instanceof TypeError) return { problem: say("notNow") };
    throw reason;
  }
}

/** What is wrong with what was typed, in the customer's language where it is one of the fields that we know. */
function wrongField({ error }: Refused): string {
  if (error.param === "phone") return say("badPhone");
  if (error.param === "email") return say("badEmail");
  if (error.param === "code") return say("badCode");
  if (error.code === "rate_limited") return say("tooOften");
  return error.message;
}

/** What is wrong with a form: which field, and why in words. */
export interface FormProblem {
  field: string | null;
  says: string;
}

/** Sends what was filled in before the chat; null when it was taken. */
export async function fillIn(values: Record<string, string>, consent: boolean): Promise<FormProblem | null> {
  try {
    await ask("form", new AbortController().signal, { values, consent });
    return null;
  } catch (reason) {
    if (reason instanceof Refused) return { field: reason.error.param, says: wrongField(reason) };
    if (reason instanceof Hangup || reason instanceof TypeError) return { field: null, says: say("notNow") };
    throw reason;
  }
}

/** What a customer says of a conversation that is over, from 1 to 5. */
export interface Rating {
  satisfaction: number | null;
  effort: number | null;
  comment: string;
}

/** The question after a conversation; `given` while the answer can still be changed. */
export interface SurveyAsked {
  id: string;
  asks: ("satisfaction" | "effort")[];
  given: (Rating & { until: string }) | null;
}

/** Asks for the question, which counts as put from then on; null where there is none. */
export async function surveyNow(signal: AbortSignal): Promise<SurveyAsked | null> {
  return (await found<{ survey: SurveyAsked | null }>("survey", signal, {}))?.survey ?? null;
}

/** Keeps the answer, or gives the words of a refusal. */
export async function rate(
  id: string,
  rating: Rating,
): Promise<{ survey: SurveyAsked } | { problem: string }> {
  try {
    return await ask(`survey/${encodeURIComponent(id)}`, new AbortController().signal, rating, "PUT");
  } catch (reason) {
    if (reason instanceof Refused) return { problem: say("surveyOver") };
    if (reason instanceof Hangup || reason instanceof TypeError) return { problem: say("surveyLost") };
    throw reason;
  }
}

/** The customer does not want to say; that this is not heard costs nothing but another question. */
export async function surveyAway(id: string): Promise<void> {
  const path = `survey/${encodeURIComponent(id)}`;
  await ask(path, new AbortController().signal, undefined, "DELETE").catch((reason: unknown) => {
    if (!(reason instanceof Refused || reason instanceof Hangup || reason instanceof TypeError)) throw reason;
  });
}

/** The address that this visitor proved, mostly hidden; null where there is none. */
export async function transcriptAddress(signal: AbortSignal): Promise<string | null> {
  return (await found<TranscriptAddress>("transcript", signal))?.email ?? null;
}

type Transcribed = { email: string; needsCode: boolean } | { problem: string };

/** Has the conversation sent; an empty address is the proven one. Any other gets a code first. */
export function askTranscript(email: string): Promise<Transcribed> {
  return transcribe({ email }, "POST");
}

/** Confirms the address of a transcript by the code that went there. */
export function confirmTranscript(code: string): Promise<Transcribed> {
  return transcribe({ code }, "PUT");
}

async function transcribe(body: object, method: "POST" | "PUT"): Promise<Transcribed> {
  try {
    const told = await ask<TranscriptAsked>("transcript", new AbortController().signal, body, method);
    return { email: told.email, needsCode: told.needs_code };
  } catch (reason) {
    if (reason instanceof Refused) return { problem: wrongField(reason) };
    if (reason instanceof Hangup || reason instanceof TypeError) return { problem: say("notNow") };
    throw reason;
  }
}

/** A conversation of before. */
export interface Earlier {
  id: string;
  subject: string;
  last_text: string;
  last_at: string | null;
  created_at: string;
}

/** The answer; null when it cannot be had now. */
async function found<Answer>(path: string, signal: AbortSignal, body?: object): Promise<Answer | null> {
  try {
    return await ask<Answer>(path, signal, body);
  } catch (reason) {
    const known = reason instanceof Refused || reason instanceof Hangup || reason instanceof TypeError;
    if (known || signal.aborted) return null;
    throw reason;
  }
}

export async function earlierConversations(signal: AbortSignal): Promise<Earlier[] | null> {
  return (await found<{ data: Earlier[] }>("conversations", signal))?.data ?? null;
}

/** The whole log of one of them. */
export async function earlierLog(id: string, signal: AbortSignal): Promise<ThreadEvent[] | null> {
  const events: ThreadEvent[] = [];
  for (let more = true; more; ) {
    const after = lastOf(events, 0);
    const page = await found<Pick<News, "events" | "has_more">>(
      `conversations/${encodeURIComponent(id)}?after_seq=${after}`,
      signal,
    );
    if (page === null) return null;
    events.push(...page.events);
    more = page.has_more;
  }
  return events;
}

function lastOf(events: readonly ThreadEvent[], before: number): number {
  return events.at(-1)?.seq ?? before;
}

export function courier(): Courier<WidgetFrame, WidgetReply> {
  let conversation: string | null = null;
  let seq = 0;

  /** A new conversation has a log of its own, from 1. */
  function follow(id: string | null): void {
    if (id !== conversation) seq = 0;
    conversation = id;
  }

  async function news(after: number, wait: number, signal: AbortSignal): Promise<News> {
    const query = new URLSearchParams({ after_seq: String(after), wait: String(wait) });
    const found = await ask<News>(`events?${query}`, signal);
    follow(found.conversation_id);
    seq = Math.max(seq, lastOf(found.events, 0));
    return found;
  }

  async function store(
    path: string,
    frame: { client_id: string },
    signal: AbortSignal,
  ): Promise<WidgetReply[]> {
    const { op: _, ...body } = frame as WidgetFrame & { client_id: string };
    try {
      const { token, ...ack } = await ask<Omit<Ack, "op"> & { token?: string }>(path, signal, body);
      follow(ack.conversation_id);
      return [...(token ? [{ op: "token" as const, token }] : []), { op: "ack", ...ack }];
    } catch (reason) {
      if (!(reason instanceof Refused)) throw reason;
      return [{ op: "error", client_id: frame.client_id, error: reason.error }];
    }
  }

  /** What is worth nothing later may fail without a word. */
  async function hint(path: string, body: object, signal: AbortSignal): Promise<WidgetReply[]> {
    await ask(path, signal, body).catch((reason: unknown) => {
      if (!(reason instanceof Refused)) throw reason;
    });
    return [];
  }

  async function hello(frame: WidgetFrame & { op: "hello" }, signal: AbortSignal): Promise<WidgetReply[]> {
    const { op: _, ...body } = frame;
    const { conversation_id, last_seq } = body;
    const welcome = await ask<Omit<Welcome, "op">>("hello", signal, body);
    conversation = welcome.conversation?.id ?? null;
    seq = lastOf(welcome.events, conversation === conversation_id ? last_seq : 0);
    return [{ ...welcome, op: "welcome" }];
  }

  async function resume(after: number, signal: AbortSignal): Promise<WidgetReply[]> {
    const { events, has_more } = await news(after, 0, signal);
    const answer: Events = { op: "events", events, has_more };
    return [answer];
  }

  async function carry(frame: WidgetFrame, signal: AbortSignal): Promise<WidgetReply[]> {
    switch (frame.op) {
      case "hello":
        return hello(frame, signal);
      case "send":
        return store("messages", frame, signal);
      case "ask_person":
        return store("person", frame, signal);
      case "correct":
        return store("corrections", frame, signal);
      case "typing":
        return hint("typing", { active: frame.active }, signal);
      case "attributes":
        return hint("attributes", { attributes: frame.attributes }, signal);
      case "seen":
        return hint("seen", { seq: frame.seq }, signal);
      case "resume":
        return resume(frame.last_seq, signal);
    }
  }

  return {
    begin: async () => [],
    carry: (frame, signal) => carry(frame, signal).catch(slowDown),
    wait: async (signal) => {
      const { events, hints } = await news(seq, WAIT, signal).catch(slowDown);
      return [...events, ...hints];
    },
    place: () => conversation ?? "",
  };
}

/** A refusal of what is not one message of the customer's: wait before asking again. */
function slowDown(reason: unknown): never {
  throw reason instanceof Refused ? new Hangup(SLOW_DOWN) : reason;
}
