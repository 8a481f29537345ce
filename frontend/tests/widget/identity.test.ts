import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Told } from "../../src/shared/frame";
import { Conversation } from "../../src/widget/conversation";
import * as memory from "../../src/widget/memory";
import { message } from "../shared/log";
import { COMPANY, FakeDesk } from "./fake-desk";

const ERROR = {
  type: "invalid_request_error",
  code: "identity_expired",
  message: "The token ran out.",
  param: null,
  request_id: "r",
};

let desk: FakeDesk;
let talk: Conversation;
let told: Told[];

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  desk = new FakeDesk();
  told = [];
  talk = new Conversation({
    url: "ws://demo",
    company: COMPANY,
    shown: true,
    tell: (one) => told.push(one),
    open: desk.open,
  });
});

afterEach(() => talk.stop());

async function welcomed(times = 1): Promise<void> {
  await vi.waitFor(() => expect(desk.frames("hello")).toHaveLength(times));
  await Promise.resolve();
}

test("who is signed before the socket opens says so in the first hello, and once only", async () => {
  talk.identify("signed");
  talk.start();
  await welcomed();
  expect(desk.frames("hello")[0]?.identity).toBe("signed");
  await vi.waitFor(() => expect(told).toContainEqual({ name: "identified", detail: {} }));
  talk.reset();
  await welcomed(2);
  expect(desk.frames("hello")[1]?.identity).toBeUndefined();
});

test("a signature that does not count is told to the page, and shown to no visitor", async () => {
  desk.identityError = ERROR;
  talk.identify("old");
  talk.start();
  await vi.waitFor(() =>
    expect(told).toContainEqual({
      name: "error",
      detail: { code: "identity_expired", message: ERROR.message },
    }),
  );
  expect(talk.view.fault).toBeNull();
});

test("after a reset nothing is known of the one before", async () => {
  desk.log = [message(1)];
  talk.start();
  await vi.waitFor(() => expect(talk.view.thread.events).toHaveLength(1));
  desk.log = [];
  desk.token = "token-2";
  talk.reset();
  expect(talk.view.thread.events).toHaveLength(0);
  await vi.waitFor(() => expect(memory.token()).toBe("token-2"));
  expect(desk.frames("hello")[1]).toMatchObject({ token: null, conversation_id: null, last_seq: 0 });
});

test("another customer without a conversation sees none of the one before", async () => {
  desk.log = [message(1)];
  talk.start();
  await vi.waitFor(() => expect(talk.view.thread.events).toHaveLength(1));
  desk.log = [];
  talk.identify("signed for somebody else");
  await vi.waitFor(() => expect(talk.view.thread.events).toHaveLength(0));
});

test("a new token takes the place of the old one", async () => {
  talk.start();
  await vi.waitFor(() => expect(memory.token()).toBe("token-1"));
  desk.say({ op: "token", token: "after the proof" });
  expect(memory.token()).toBe("after the proof");
});

test("a token that another window renewed is kept when the old one is refused", async () => {
  talk.start();
  await vi.waitFor(() => expect(memory.token()).toBe("token-1"));
  memory.keepToken("renewed by another window");
  desk.sockets.at(-1)?.hangUp(4401);
  expect(memory.token()).toBe("renewed by another window");
});

test("attributes wait for a conversation", async () => {
  talk.setAttributes({ plan: "pro" });
  talk.setAttributes({ seats: 4 });
  talk.start();
  await vi.waitFor(() => expect(talk.view.caughtUp).toBe(true));
  expect(desk.frames("attributes")).toHaveLength(0);
  talk.send("Hello");
  await vi.waitFor(() => expect(desk.frames("attributes")).toHaveLength(1));
  expect(desk.frames("attributes")[0]?.attributes).toEqual({ plan: "pro", seats: 4 });
});
