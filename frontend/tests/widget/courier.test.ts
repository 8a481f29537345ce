import { afterEach, beforeEach, expect, test } from "vitest";
import { Hangup } from "../../src/shared/polling";
import { NOT_HERE, SLOW_DOWN, WHO_ARE_YOU } from "../../src/shared/socket";
import { courier } from "../../src/widget/courier";
import * as memory from "../../src/widget/memory";
import { CONVERSATION, message, TOO_LONG } from "../shared/log";
import { COMPANY } from "./fake-desk";

interface Asked {
  path: string;
  body: unknown;
  token: string | null;
}

const browserFetch = globalThis.fetch;
const { signal } = new AbortController();
let asked: Asked[];
let answers: Record<string, { status?: number; body?: unknown }>;

beforeEach(() => {
  localStorage.clear();
  asked = [];
  answers = {};
  globalThis.fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const path = String(input).replace("/api/v1/widget/", "");
    const headers = init?.headers as Record<string, string>;
    asked.push({
      path,
      body: init?.body ? JSON.parse(String(init.body)) : null,
      token: headers.Authorization ?? null,
    });
    const found = answers[path.split("?")[0] ?? ""];
    if (!found) throw new TypeError("Failed to fetch");
    const { status = 200, body = null } = found;
    return new Response(status === 204 ? null : JSON.stringify(body), { status });
  };
});

afterEach(() => {
  globalThis.fetch = browserFetch;
});

const welcome = (events = [message(1)]) => ({
  token: "t",
  customer_id: "cus_1",
  company: COMPANY,
  conversation: { id: CONVERSATION },
  events,
  has_more: false,
});
const hello = { op: "hello", token: null, conversation_id: null, last_seq: 0 } as const;
const page = (events: unknown[], hints: unknown[] = [], conversation_id: string | null = CONVERSATION) => ({
  body: { events, hints, has_more: false, conversation_id },
});

test("hello is answered by the welcome; the wait begins behind its events, with the token", async () => {
  memory.keepToken("t");
  answers = {
    hello: { body: welcome([message(1), message(2)]) },
    events: page([message(3)], [{ type: "typing" }]),
  };
  const line = courier();
  expect(await line.carry(hello, signal)).toMatchObject([{ op: "welcome", token: "t" }]);
  expect(await line.wait(signal)).toEqual([message(3), { type: "typing" }]);
  await line.wait(signal);
  expect(asked.map((one) => one.path)).toEqual([
    "hello",
    "events?after_seq=2&wait=20",
    "events?after_seq=3&wait=20",
  ]);
  expect(asked[1]?.token).toBe("Bearer t");
});

test("a message is acknowledged, and a new conversation waited for from its beginning", async () => {
  answers = {
    hello: { body: welcome() },
    messages: { status: 201, body: { client_id: "c1", seq: 1, conversation_id: "conv_2" } },
    events: page([], [], "conv_2"),
  };
  const line = courier();
  await line.carry(hello, signal);
  const before = line.place();
  const said = await line.carry({ op: "send", client_id: "c1", text: "Hi", attachments: ["att_1"] }, signal);
  expect(said).toEqual([{ op: "ack", client_id: "c1", seq: 1, conversation_id: "conv_2" }]);
  expect(asked[1]?.body).toEqual({ client_id: "c1", text: "Hi", attachments: ["att_1"] });
  expect(line.place()).not.toBe(before);
  await line.wait(signal);
  expect(asked[2]?.path).toBe("events?after_seq=0&wait=20");
});

test("a message that is refused comes back with its reason", async () => {
  answers = { messages: { status: 422, body: { error: TOO_LONG } } };
  const said = await courier().carry({ op: "send", client_id: "c1", text: "Hi" }, signal);
  expect(said).toEqual([{ op: "error", client_id: "c1", error: TOO_LONG }]);
});

test("hints are carried without an answer, and their refusal costs nothing", async () => {
  answers = { typing: { status: 204 }, seen: { status: 429, body: { error: TOO_LONG } } };
  const line = courier();
  expect(await line.carry({ op: "typing", active: true }, signal)).toEqual([]);
  expect(await line.carry({ op: "seen", seq: 3 }, signal)).toEqual([]);
  expect(asked.map((one) => one.body)).toEqual([{ active: true }, { seq: 3 }]);
});

test("a gap is asked for at once", async () => {
  answers = { events: page([message(2)]) };
  const said = await courier().carry({ op: "resume", last_seq: 1 }, signal);
  expect(said).toEqual([{ op: "events", events: [message(2)], has_more: false }]);
  expect(asked[0]?.path).toBe("events?after_seq=1&wait=0");
});

test.each([
  [401, WHO_ARE_YOU],
  [403, NOT_HERE],
  [429, SLOW_DOWN],
  [503, 1006],
])("status %i while waiting ends the talk with %i", async (status, code) => {
  answers = { events: { status, body: { error: TOO_LONG } } };
  await expect(courier().wait(signal)).rejects.toEqual(new Hangup(code));
});
