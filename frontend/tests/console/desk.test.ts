import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Desk, type DeskListener } from "../../src/console/desk/desk";
import type { DeskFrame } from "../../src/console/desk/wire";
import { messagesOf } from "../../src/shared/thread";
import type { ThreadEvent } from "../../src/shared/wire";
import { FakeServer, type FakeSocket } from "../shared/fake-server";
import { CAROL, me, passed, row, said } from "./cast";

const ME = me();
const AT = "2026-01-02T12:00:00Z";
const hello = said(1, CAROL, AT, "Hello");
const more = said(2, CAROL, AT, "Anybody?");

/** A desk's server: welcomes, and answers each watch from its log. */
class DeskServer extends FakeServer {
  log: ThreadEvent[] = [hello];
  pageSize = 60;
  /** What it answers to words; nothing at first. */
  answer: object | null = null;
  override hear = (socket: FakeSocket, frame: unknown): void => {
    const asked = frame as DeskFrame;
    if (asked.op === "send" && this.answer)
      socket.say({ client_id: asked.client_id, conversation_id: asked.conversation_id, ...this.answer });
    if (asked.op !== "watch") return;
    const events = this.log.filter((event) => event.seq > asked.last_seq);
    socket.say({ op: "watching", conversation_id: asked.conversation_id, events, has_more: false });
  };
  welcome(): void {
    this.last.say({ op: "welcome", agent: ME });
  }
  /** The end of its log before a seq, as REST gives it. */
  pageBefore(seq: number): object {
    const before = this.log.filter((event) => event.seq < seq);
    const data = before.slice(-this.pageSize);
    const control = { holder: "queue", agent: null, team: null, epoch: 7, since: AT };
    const conversation = { seq: this.log.length, status: "open", control };
    return { data, has_more: data.length < before.length, next_cursor: null, conversation };
  }
  heard(op: string): unknown[] {
    return this.sockets.flatMap((socket) => socket.heard).filter((frame) => (frame as DeskFrame).op === op);
  }
}

/** What REST answers, by the end of the path. */
class FakeApi {
  readonly asked: { path: string; body: unknown }[] = [];
  answers: Record<string, () => { status: number; body: unknown }> = {};
  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const [path = "", query] = String(input).split("?");
    const before = new URLSearchParams(query).get("before_seq");
    if (before) return new Response(JSON.stringify(server.pageBefore(Number(before))));
    this.asked.push({ path, body: init?.body ? JSON.parse(String(init.body)) : null });
    const found = Object.entries(this.answers).find(([end]) => path.endsWith(end));
    if (!found) throw new TypeError("network");
    const { status, body } = found[1]();
    return new Response(JSON.stringify(body), { status });
  };
}

let server: DeskServer;
let api: FakeApi;
let desk: Desk;
let told: string[];
const browserFetch = globalThis.fetch;

const listener: DeskListener = {
  onRow: (changed) => told.push(`row ${changed.id}`),
  onNote: (id) => told.push(`note ${id}`),
  onDraft: (id, draft) => told.push(`draft ${id} ${draft.state}`),
  onDecision: (id) => told.push(`decision ${id}`),
  onControl: (id) => told.push(`control ${id}`),
  onHanding: (id) => told.push(`handing ${id}`),
  onTranslations: (id) => told.push(`translations ${id}`),
  onRemoved: (id) => told.push(`removed ${id}`),
  onAlerts: () => told.push("alerts"),
  onReturn: () => told.push("return"),
  onRefusal: (error) => told.push(`refusal ${error.code}`),
};
const thread = () => desk.thread("conv_1").get();
const texts = () => messagesOf(thread()).map((message) => message.text);

async function connect(): Promise<void> {
  desk.start();
  await vi.waitFor(() => expect(server.sockets.length).toBeGreaterThan(0));
  await Promise.resolve();
  server.welcome();
}

/** The conversation is open, and what its log holds is there. */
async function watch(): Promise<void> {
  desk.watch("conv_1");
  await vi.waitFor(() => expect(thread().seq).toBeGreaterThan(0));
}

beforeEach(() => {
  window.localStorage.clear();
  server = new DeskServer();
  api = new FakeApi();
  globalThis.fetch = api.fetch;
  told = [];
  desk = new Desk(ME, server.open);
  desk.listen(listener);
});

afterEach(() => {
  desk.stop();
  globalThis.fetch = browserFetch;
});

test("a conversation that is watched fills from the log and follows it", async () => {
  await connect();
  await watch();
  expect(texts()).toEqual(["Hello"]);
  server.last.say(more);
  expect(texts()).toEqual(["Hello", "Anybody?"]);
});

test("a gap is noticed and asked for", async () => {
  await connect();
  await watch();
  server.log = [hello, more, said(3, CAROL, AT, "Hey")];
  server.last.say(server.log[2]);
  expect(texts()).toEqual(["Hello", "Anybody?", "Hey"]);
});

test("while the line is down the thread comes over REST", async () => {
  api.answers["/events"] = () => ({
    status: 200,
    body: { data: [hello], has_more: false, next_cursor: null },
  });
  desk.watch("conv_1");
  await vi.waitFor(() => expect(texts()).toEqual(["Hello"]));
});

test("after a reconnect the open conversation is watched from where it stands, and the lists are told", async () => {
  await connect();
  await watch();
  server.log = [hello, more];
  server.last.hangUp(1006);
  await vi.waitFor(() => expect(server.sockets.length).toBe(2), { timeout: 2_000 });
  await Promise.resolve();
  server.welcome();
  expect(server.last.heard).toContainEqual({ op: "watch", conversation_id: "conv_1", last_seq: 1 });
  expect(texts()).toEqual(["Hello", "Anybody?"]);
  expect(told).toEqual(["return"]);
});

test("who has an alert hears that there is one", async () => {
  await connect();
  server.last.say({ op: "alerts" });
  expect(told).toEqual(["alerts"]);
});

test("what was erased leaves the thread and the lists, and is not asked about again", async () => {
  await connect();
  await watch();
  server.last.say({ seq: null, type: "conversation.removed", conversation_id: "conv_1", data: {} });
  expect(texts()).toEqual([]);
  expect(told).toEqual(["removed conv_1"]);
  server.last.hangUp(1006);
  await vi.waitFor(() => expect(server.sockets.length).toBe(2), { timeout: 2_000 });
  await Promise.resolve();
  server.welcome();
  expect(server.last.heard).toEqual([]);
});

test("a hint that this page does not know changes nothing", async () => {
  await connect();
  await watch();
  server.last.say({ seq: null, type: "something.new", conversation_id: "conv_1", data: {} });
  expect(texts()).toEqual(["Hello"]);
});

test("changed rows and changes of control reach the lists", async () => {
  await connect();
  await watch();
  server.last.say({
    seq: null,
    type: "conversation.updated",
    conversation_id: "conv_2",
    data: row("conv_2"),
  });
  server.last.say(passed(2, "accepted", AT));
  expect(told).toEqual(["row conv_2", "control conv_1"]);
});

test("a conversation that is no longer open is let go when the server answers for it", async () => {
  await connect();
  const leave = desk.watch("conv_1");
  leave();
  server.last.say({ op: "watching", conversation_id: "conv_1", events: [], has_more: false });
  expect(server.heard("unwatch")).toHaveLength(2);
});

/** The reply as the log has it. */
function stored(): ThreadEvent {
  const event = said(2, { kind: "agent", id: ME.id, name: "Maya" }, AT, "On my way");
  if (event.type === "message.added") event.data.client_id = "client-1";
  return event;
}

test("a reply shows at once, and folds onto the log's message", async () => {
  await connect();
  await watch();
  server.answer = { op: "ack", seq: 2 };
  const sending = desk.reply("conv_1", "On my way", [], "client-1");
  expect(thread().pending.map((one) => one.text)).toEqual(["On my way"]);
  server.log = [hello, stored()];
  await sending;
  expect(thread().pending).toEqual([]);
  expect(texts()).toEqual(["Hello", "On my way"]);
  expect(api.asked).toEqual([]);
});

test("a reply whose line breaks before the answer goes by REST under the same client id", async () => {
  await connect();
  await watch();
  api.answers["/messages"] = () => ({ status: 201, body: { seq: 2 } });
  const sending = desk.reply("conv_1", "On my way", [], "client-1");
  const words = { client_id: "client-1", text: "On my way" };
  expect(server.heard("send")).toEqual([{ op: "send", conversation_id: "conv_1", ...words }]);
  server.log = [hello, stored()];
  server.last.hangUp(1006);
  await sending;
  expect(api.asked[0]).toMatchObject({ path: "/api/v1/conversations/conv_1/messages", body: words });
});

test("an answer that does not come in time is asked for by REST", async () => {
  await connect();
  await watch();
  api.answers["/messages"] = () => ({ status: 201, body: { seq: 2 } });
  vi.useFakeTimers();
  const sending = desk.reply("conv_1", "On my way", [], "client-1");
  server.log = [hello, stored()];
  await vi.advanceTimersByTimeAsync(6_000);
  await sending;
  vi.useRealTimers();
  expect(texts()).toEqual(["Hello", "On my way"]);
});

test("a reply that is refused stays with its reason, and is repeated under the same client id", async () => {
  await connect();
  await watch();
  const error = {
    type: "api_error",
    code: "unavailable",
    message: "Not now.",
    param: null,
    request_id: "req_1",
  };
  server.answer = { op: "error", error };
  await desk.reply("conv_1", "On my way", [], "client-1");
  expect(thread().pending[0]?.error).toMatchObject({ message: "Not now.", request_id: "req_1" });
  await desk.reply("conv_1", "On my way", [], "client-1");
  expect(thread().pending).toHaveLength(1);
  const said = { op: "send", conversation_id: "conv_1", client_id: "client-1", text: "On my way" };
  expect(server.heard("send")).toEqual([said, said]);
  desk.discard("conv_1", "client-1");
  expect(thread().pending).toEqual([]);
});

test("without a network a reply waits, through a reload, and goes once when the line is back", async () => {
  await desk.reply("conv_1", "On my way", [], "client-1");
  expect(thread().pending[0]?.error).toBeNull();
  expect([...desk.waiting.get()]).toEqual(["client-1"]);
  desk.stop();
  desk = new Desk(ME, server.open);
  expect(thread().pending.map((one) => one.text)).toEqual(["On my way"]);
  server.answer = { op: "ack", seq: 2 };
  await connect();
  await vi.waitFor(() => expect(server.heard("send")).toHaveLength(1));
  await vi.waitFor(() => expect(desk.waiting.get().size).toBe(0));
  desk.stop();
  desk = new Desk(ME, server.open);
  expect(thread().pending).toEqual([]);
});

test("a reply that waited long is held back when a colleague acted meanwhile", async () => {
  await desk.reply("conv_1", "On my way", [], "client-1");
  const noor = said(2, { kind: "agent", id: "agt_noor", name: "Noor" }, AT, "Done");
  api.answers["/events"] = () => ({
    status: 200,
    body: { data: [hello, noor], has_more: false, next_cursor: null },
  });
  const late = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 60_000);
  await connect();
  await vi.waitFor(() => expect(thread().pending[0]?.error?.code).toBe("overtaken"));
  late.mockRestore();
  expect(thread().pending[0]?.error?.message).toContain("Noor took care");
  expect(server.heard("send")).toEqual([]);
  desk.discard("conv_1", "client-1");
  desk = new Desk(ME, server.open);
  expect(thread().pending).toEqual([]);
});

test("a long log is begun at its end and read backwards until an entry is there", async () => {
  server.log = Array.from({ length: 9 }, (_, index) => said(index + 1, CAROL, AT, `Word ${index + 1}`));
  server.pageSize = 3;
  await connect();
  await watch();
  expect([thread().from, thread().seq, thread().control.epoch]).toEqual([6, 9, 7]);
  expect(await desk.loadBackTo("conv_1", 2)).toBe(true);
  expect([thread().from, texts()[0]]).toEqual([0, "Word 1"]);
  expect(thread().events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(await desk.loadOlder("conv_1")).toBe(false);
});

test("who is here and what was seen is kept per conversation, and who is here forgotten with the line", async () => {
  await connect();
  await watch();
  const hint = (type: string, data: object) =>
    server.last.say({ seq: null, type, conversation_id: "conv_1", data });
  hint("presence", { author: CAROL, here: true });
  hint("presence", { author: { kind: "agent", id: "agt_noor", name: "Noor" }, here: true });
  hint("presence", { author: { kind: "agent", id: ME.id, name: "Maya" }, here: true });
  hint("seen", { seq: 1 });
  const audience = () => desk.audience("conv_1").get();
  expect(audience()).toEqual({
    customerHere: true,
    colleagues: [{ id: "agt_noor", name: "Noor" }],
    seen: 1,
  });
  server.welcome();
  expect(audience()).toEqual({ customerHere: null, colleagues: [], seen: 1 });
});

test("a reply takes its files along, and keeps them when it is refused", async () => {
  const label = {
    id: "att_1",
    name: "label.pdf",
    content_type: "application/pdf",
    size: 9,
    width: null,
    height: null,
    url: "/files/t/label.pdf",
  };
  await desk.reply("conv_1", "", [label], "client-1");
  expect(thread().pending[0]?.attachments).toEqual([label]);
  api.answers["/messages"] = () => ({ status: 201, body: { seq: 1 } });
  await desk.reply("conv_1", "", [label], "client-1");
  expect(api.asked.map((each) => each.body)).toContainEqual({
    client_id: "client-1",
    text: "",
    attachments: ["att_1"],
  });
});
