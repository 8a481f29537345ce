import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Told } from "../../src/shared/frame";
import { NOT_HERE, WHO_ARE_YOU } from "../../src/shared/socket";
import { messagesOf } from "../../src/shared/thread";
import { Conversation } from "../../src/widget/conversation";
import * as memory from "../../src/widget/memory";
import {
  ASSISTANT,
  CAROL,
  CONVERSATION,
  control,
  logOf,
  MAYA,
  message,
  standing,
  TOO_LONG,
} from "../shared/log";
import { COMPANY, FakeDesk } from "./fake-desk";

let desk: FakeDesk;
let told: Told[];
let talk: Conversation;
let ids: number;

function talkTo(shown = true): Conversation {
  return new Conversation({
    url: "ws://demo.localhost/ws/widget/",
    company: COMPANY,
    shown,
    tell: (one) => told.push(one),
    open: desk.open,
    newId: () => {
      ids += 1;
      return `client-${ids}`;
    },
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  sessionStorage.clear();
  desk = new FakeDesk();
  told = [];
  ids = 0;
  talk = talkTo();
});

afterEach(() => {
  talk.stop();
  vi.useRealTimers();
});

async function started(): Promise<void> {
  talk.start();
  await vi.advanceTimersByTimeAsync(0);
}

function texts(): string[] {
  return messagesOf(talk.view.thread).map((one) => one.text);
}

function seqs(): number[] {
  return talk.view.thread.events.map((event) => event.seq);
}

function named(name: Told["name"]): Told[] {
  return told.filter((one) => one.name === name);
}

test("a first visitor is greeted without a token and keeps the one given", async () => {
  await started();
  expect(desk.frames("hello")).toEqual([{ op: "hello", token: null, conversation_id: null, last_seq: 0 }]);
  expect(memory.token()).toBe("token-1");
  expect(talk.view.caughtUp).toBe(true);
});

test("a message stands as pending at once and once in the log after", async () => {
  await started();
  desk.silent = true;
  talk.send("Hello");
  expect(talk.view.thread.pending.map((one) => one.text)).toEqual(["Hello"]);
  desk.silent = false;
  desk.last.hangUp(1006);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(talk.view.thread.pending).toEqual([]);
  expect(texts()).toEqual(["Hello"]);
});

test("a socket killed between storing and acknowledging resumes without gap or double", async () => {
  await started();
  talk.send("One");
  desk.hear = (socket, frame) => {
    const { client_id } = frame as { client_id: string };
    desk.stored.set(client_id, 2);
    desk.log.push(message(2, { client_id, text: "Two" }));
    socket.hangUp(1006);
  };
  talk.send("Two");
  const again = new FakeDesk();
  desk.hear = (socket, frame) => {
    again.log = desk.log;
    again.stored.set("client-2", 2);
    again.hear(socket, frame);
  };
  await vi.advanceTimersByTimeAsync(1_000);
  expect(desk.frames("hello").at(-1)).toMatchObject({ conversation_id: CONVERSATION, last_seq: 1 });
  expect(texts()).toEqual(["One", "Two"]);
  expect(seqs()).toEqual([1, 2]);
  expect(talk.view.thread.pending).toEqual([]);
});

test("a long past comes in pages until all is there", async () => {
  desk.log = logOf(25);
  desk.pageSize = 10;
  await started();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(seqs()).toEqual(desk.log.map((event) => event.seq));
  expect(talk.view.caughtUp).toBe(true);
});

test("a lost event is asked for", async () => {
  desk.log = logOf(3);
  await started();
  desk.log.push(message(4));
  desk.add(message(5));
  expect(seqs()).toEqual([1, 2, 3]);
  await vi.advanceTimersByTimeAsync(300);
  expect(desk.frames("resume")).toEqual([{ op: "resume", last_seq: 3 }]);
  expect(seqs()).toEqual([1, 2, 3, 4, 5]);
});

test("a refused token is forgotten, and the visitor is greeted anew", async () => {
  memory.keepToken("stale");
  talk = talkTo();
  await started();
  desk.last.hangUp(WHO_ARE_YOU);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(desk.frames("hello").map((hello) => hello.token)).toEqual(["stale", null]);
});

test("a page that may not hold the widget is not asked again", async () => {
  await started();
  desk.last.hangUp(NOT_HERE);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(desk.sockets).toHaveLength(1);
  expect(talk.view.link).toBe("refused");
});

test("a new conversation takes the place of the old", async () => {
  desk.log = logOf(4);
  await started();
  desk.conversationId = "conv_2";
  desk.log = [];
  talk.send("Another thing");
  expect(talk.view.thread.id).toBe("conv_2");
  expect(texts()).toEqual(["Another thing"]);
  expect(talk.view.thread.pending).toEqual([]);
});

test("after a reconnection to another conversation nothing of the old one stays", async () => {
  desk.log = logOf(4);
  await started();
  desk.last.hangUp(1006);
  desk.conversationId = "conv_2";
  desk.log = [message(1, { text: "New" })].map((event) => ({ ...event, conversation_id: "conv_2" }));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(texts()).toEqual(["New"]);
});

test("a refused message keeps its reason and is repeated under the same id", async () => {
  await started();
  desk.silent = true;
  talk.send("Hello");
  desk.say({ op: "error", client_id: "client-1", error: TOO_LONG });
  expect(talk.view.thread.pending[0]?.error).toEqual(TOO_LONG);
  desk.silent = false;
  talk.retry("client-1");
  expect(desk.frames("send").map((frame) => frame.client_id)).toEqual(["client-1", "client-1"]);
  expect(texts()).toEqual(["Hello"]);
});

test("what was not sent survives the page", async () => {
  desk.down = true;
  await started();
  talk.send("Kept");
  talk.stop();
  desk.down = false;
  talk = talkTo();
  await started();
  expect(texts()).toEqual(["Kept"]);
  expect(memory.unsent()).toEqual([]);
});

test("a person is asked for once, and not again while one is on the way", async () => {
  await started();
  talk.askPerson();
  desk.add(control(2));
  talk.askPerson();
  expect(desk.frames("ask_person")).toHaveLength(1);
  desk.add(control(3, { holder: "assistant", reason: "handed_back" }));
  talk.askPerson();
  expect(desk.frames("ask_person")).toHaveLength(2);
});

test("typing is told at most every three seconds and ends by itself", async () => {
  await started();
  for (let key = 0; key < 10; key += 1) {
    talk.typed(true);
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(desk.frames("typing")).toEqual([{ op: "typing", active: true }]);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(desk.frames("typing").at(-1)).toEqual({ op: "typing", active: false });
});

test("a typing hint that nobody renews goes away", async () => {
  desk.log = logOf(1);
  await started();
  desk.say({
    seq: null,
    type: "typing",
    conversation_id: CONVERSATION,
    data: { author: MAYA, active: true },
  });
  expect(talk.view.thread.typing).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(talk.view.thread.typing).toEqual([]);
});

test("one's own typing, in this window or another, is not shown", async () => {
  desk.log = logOf(1);
  await started();
  desk.say({
    seq: null,
    type: "typing",
    conversation_id: CONVERSATION,
    data: { author: CAROL, active: true },
  });
  expect(talk.view.thread.typing).toEqual([]);
});

test("the place in the queue comes with the greeting and with each move", async () => {
  desk.log = [message(1), control(2)];
  desk.queue = standing(3);
  await started();
  expect(talk.view.thread.queue?.position).toBe(3);
  desk.say({ seq: null, type: "queue.moved", conversation_id: CONVERSATION, data: standing(1) });
  expect(talk.view.thread.queue?.position).toBe(1);
  expect(named("queue").map((one) => one.detail)).toEqual([
    { position: 3, wait: null, opens_at: null },
    { position: 1, wait: null, opens_at: null },
  ]);
});

test("the page hears of new messages and handovers, but not of the past nor of any words", async () => {
  desk.log = logOf(3);
  await started();
  expect(named("message")).toEqual([]);
  desk.add(message(4, { author: MAYA, text: "A secret" }));
  desk.add(control(5, { holder: "agent", agent: { id: "agt_maya", name: "Maya" } }));
  expect(named("message").map((one) => one.detail)).toEqual([{ id: "msg_4", author: "agent", name: "Maya" }]);
  expect(named("handover").map((one) => one.detail)).toEqual([
    { holder: "agent", agent: "Maya", team: null },
  ]);
  expect(JSON.stringify(told)).not.toContain("A secret");
});

test("what arrives while the panel is closed counts as unread until it is opened", async () => {
  talk = talkTo(false);
  desk.log = [message(1), message(2, { author: ASSISTANT })];
  memory.keepReadUpTo(CONVERSATION, 2);
  await started();
  expect(talk.view.unread).toBe(0);
  desk.add(message(3, { author: ASSISTANT }));
  desk.add(message(4));
  desk.add(message(5, { author: MAYA }));
  expect(talk.view.unread).toBe(2);
  talk.show(true);
  expect(talk.view.unread).toBe(0);
  expect(named("unread").map((one) => one.detail)).toEqual([{ count: 1 }, { count: 2 }, { count: 0 }]);
  expect(memory.readUpTo(CONVERSATION)).toBe(5);
});

test("an error about nothing in particular is shown and can be dismissed", async () => {
  await started();
  desk.say({ op: "error", client_id: null, error: TOO_LONG });
  expect(talk.view.fault).toEqual(TOO_LONG);
  talk.dismissFault();
  expect(talk.view.fault).toBeNull();
});

test("what is on the screen is told as seen, once it rose and only while somebody may be looking", async () => {
  talk = talkTo(false);
  desk.log = [message(1), message(2, { author: ASSISTANT })];
  await started();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(desk.frames("seen")).toEqual([]);
  talk.show(true);
  await vi.advanceTimersByTimeAsync(499);
  expect(desk.frames("seen")).toEqual([]);
  desk.add(message(3, { author: MAYA }));
  await vi.advanceTimersByTimeAsync(1);
  expect(desk.frames("seen")).toEqual([{ op: "seen", seq: 3 }]);
  talk.show(false);
  talk.show(true);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(desk.frames("seen")).toHaveLength(1);
  talk.show(false);
  desk.add(message(4, { author: MAYA }));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(desk.frames("seen")).toHaveLength(1);
});

test("a message takes its files along, also when it is tried again", async () => {
  const photo = {
    id: "att_1",
    name: "photo.png",
    content_type: "image/png",
    size: 3,
    width: 8,
    height: 4,
    url: "/files/t/photo.png",
  };
  await started();
  desk.silent = true;
  talk.send("", [photo]);
  const [pending] = talk.view.thread.pending;
  expect(pending?.attachments).toEqual([photo]);
  expect(memory.unsent()[0]?.attachments).toEqual([photo]);
  desk.say({ op: "error", client_id: pending?.client_id, error: { ...TOO_LONG, type: "api_error" } });
  desk.silent = false;
  talk.retry(pending?.client_id ?? "");
  expect(desk.frames("send").map((frame) => frame.attachments)).toEqual([["att_1"], ["att_1"]]);
});

test("a draft that nothing is added to goes away by itself", async () => {
  desk.log = logOf(1);
  await started();
  const data = { message_id: "msg_2", index: 0, text: "Parcels", epoch: 1 };
  desk.say({ seq: null, type: "message.delta", conversation_id: CONVERSATION, data });
  expect(talk.view.thread.draft?.text).toBe("Parcels");
  await vi.advanceTimersByTimeAsync(32_000);
  expect(talk.view.thread.draft).toBeNull();
});

test("files wait until the server has told who this visitor is", async () => {
  let known = false;
  void talk.known().then(() => {
    known = true;
  });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(known).toBe(false);
  await started();
  expect(known).toBe(true);
});
