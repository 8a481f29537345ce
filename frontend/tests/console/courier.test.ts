import { afterEach, beforeEach, expect, test } from "vitest";
import { courier } from "../../src/console/desk/courier";
import { Hangup } from "../../src/shared/polling";
import { CAROL, said } from "./cast";

const browserFetch = globalThis.fetch;
const { signal } = new AbortController();
const hello = said(1, CAROL, "2026-01-02T12:00:00Z");
const more = said(2, CAROL, "2026-01-02T12:00:01Z");
let asked: string[];
let answers: Record<string, { status?: number; body: unknown }>;

beforeEach(() => {
  asked = [];
  answers = {
    me: { body: { id: "agt_maya" } },
    updates: { body: { events: [], hints: [], has_more: false } },
    "conversations/conv_1/events": { body: { data: [hello], has_more: false, next_cursor: null } },
  };
  globalThis.fetch = async (input: RequestInfo | URL) => {
    const path = String(input).replace("/api/v1/", "");
    asked.push(path);
    const { status = 200, body } = answers[path.split("?")[0] ?? ""] ?? { status: 404, body: {} };
    return new Response(JSON.stringify(body), { status });
  };
});

afterEach(() => {
  globalThis.fetch = browserFetch;
});

test("it begins with a sign of life and the agent's own name", async () => {
  expect(await courier().begin(signal)).toEqual([{ op: "welcome", agent: { id: "agt_maya" } }]);
  expect(asked).toEqual(["updates?conversation_id=&after_seq=0&wait=0", "me"]);
});

test("a thread that is watched is read, then waited for behind what was read", async () => {
  const line = courier();
  expect(await line.carry({ op: "watch", conversation_id: "conv_1", last_seq: 0 }, signal)).toEqual([
    { op: "watching", conversation_id: "conv_1", events: [hello], has_more: false },
  ]);
  answers.updates = { body: { events: [more], hints: [{ type: "typing" }], has_more: false } };
  expect(await line.wait(signal)).toEqual([more, { type: "typing" }]);
  await line.wait(signal);
  expect(asked.slice(1)).toEqual([
    "updates?conversation_id=conv_1&after_seq=1&wait=20",
    "updates?conversation_id=conv_1&after_seq=2&wait=20",
  ]);
  await line.carry({ op: "unwatch", conversation_id: "conv_1" }, signal);
  expect(line.place()).toBe("");
});

test("a thread that is not there ends nothing", async () => {
  const line = courier();
  expect(await line.carry({ op: "watch", conversation_id: "conv_9", last_seq: 0 }, signal)).toEqual([]);
  expect(line.place()).toBe("");
});

test("a server in trouble ends the line, for the next try", async () => {
  answers.updates = { status: 503, body: {} };
  await expect(courier().wait(signal)).rejects.toEqual(new Hangup(1006));
});
