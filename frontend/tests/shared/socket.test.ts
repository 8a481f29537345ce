import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  backoff,
  type Link,
  NOT_HERE,
  patience,
  ReconnectingSocket,
  SLOW_DOWN,
  TOO_SLOW,
} from "../../src/shared/socket";
import { FakeServer } from "./fake-server";

interface Frame {
  op: string;
  client_id?: string;
}

let server: FakeServer;
let links: Link[];
let frames: Frame[];
let socket: ReconnectingSocket<Frame, Frame>;

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  server.hear = (peer, frame) => {
    if ((frame as Frame).op === "hello") peer.say({ op: "welcome" });
    if ((frame as Frame).op === "resume") peer.say({ op: "events" });
  };
  links = [];
  frames = [];
  socket = new ReconnectingSocket<Frame, Frame>({
    url: "ws://demo.localhost/ws/widget/",
    greeting: () => [{ op: "hello" }],
    isWelcome: (frame) => frame.op === "welcome",
    probe: () => ({ op: "resume" }),
    onFrame: (frame) => frames.push(frame),
    onLink: (link) => links.push(link),
    refusedBy: [NOT_HERE],
    open: server.open,
    random: () => 0.5,
  });
});

afterEach(() => {
  socket.stop();
  vi.useRealTimers();
});

async function connected(): Promise<void> {
  socket.start();
  await vi.advanceTimersByTimeAsync(0);
}

test("it greets first and is open once it is welcome", async () => {
  await connected();
  expect(server.last.heard).toEqual([{ op: "hello" }]);
  expect(frames).toEqual([{ op: "welcome" }]);
  expect(links).toEqual(["open"]);
});

test("what was delivered before the welcome is sent after it, in order", async () => {
  socket.start();
  socket.deliver("a", { op: "send", client_id: "a" });
  socket.deliver("b", { op: "send", client_id: "b" });
  await vi.advanceTimersByTimeAsync(0);
  expect(server.last.heard).toEqual([
    { op: "hello" },
    { op: "send", client_id: "a" },
    { op: "send", client_id: "b" },
  ]);
});

test("what nobody acknowledged is repeated on the next connection, what is settled is not", async () => {
  await connected();
  socket.deliver("a", { op: "send", client_id: "a" });
  socket.deliver("b", { op: "send", client_id: "b" });
  socket.settle("a");
  server.last.hangUp(1006);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(server.sockets).toHaveLength(2);
  expect(server.last.heard).toEqual([{ op: "hello" }, { op: "send", client_id: "b" }]);
});

test("a frame worth nothing later is not kept", async () => {
  socket.start();
  expect(socket.send({ op: "typing" })).toBe(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(server.last.heard).toEqual([{ op: "hello" }]);
  expect(socket.send({ op: "typing" })).toBe(true);
});

test("waits grow with jitter from 0.3 s to 10 s, and not all come back in the same moment", () => {
  expect(backoff(1, () => 0)).toBe(300);
  expect(backoff(1, () => 1)).toBe(600);
  expect(backoff(3, () => 1)).toBe(1200);
  expect(backoff(20, () => 1)).toBe(10_000);
  expect(backoff(20, () => 0)).toBe(300);
});

test("a server that is away is asked ever more rarely", async () => {
  server.down = true;
  await connected();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.sockets.length).toBeGreaterThan(10);
  expect(server.sockets.length).toBeLessThan(22);
});

test("a server that welcomes and drops at once is asked ever more rarely too", async () => {
  server.hear = (peer) => {
    peer.say({ op: "welcome" });
    queueMicrotask(() => peer.hangUp(1011));
  };
  await connected();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.sockets.length).toBeLessThan(22);
});

test("a server that is slow to welcome is given more time at each try", async () => {
  expect([0, 1, 2, 20].map(patience)).toEqual([10_000, 20_000, 40_000, 40_000]);
  server.silent = true;
  await connected();
  await vi.advanceTimersByTimeAsync(10_700);
  expect(server.sockets).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(18_000);
  expect(server.sockets, "the second try waits for twenty seconds").toHaveLength(2);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(server.sockets).toHaveLength(3);
});

test("who waits to be let in waits on as long as the server shows signs of life", async () => {
  server.silent = true;
  await connected();
  for (let n = 1; n < 8; n += 1) {
    await vi.advanceTimersByTimeAsync(8_000);
    server.last.say({ op: "ping", n });
  }
  expect(server.sockets).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(11_000);
  expect(server.sockets).toHaveLength(2);
});

test("'slow down' is honoured", async () => {
  await connected();
  server.last.hangUp(SLOW_DOWN);
  await vi.advanceTimersByTimeAsync(4_900);
  expect(server.sockets).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(server.sockets).toHaveLength(2);
});

test("a refusal is final", async () => {
  await connected();
  server.last.hangUp(NOT_HERE);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.sockets).toHaveLength(1);
  expect(links.at(-1)).toBe("refused");
});

test("a socket that takes a message and stays silent is given up, and the message sent again", async () => {
  await connected();
  server.silent = true;
  socket.deliver("a", { op: "send", client_id: "a" });
  await vi.advanceTimersByTimeAsync(10_000);
  server.silent = false;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(server.sockets).toHaveLength(2);
  expect(server.last.heard).toContainEqual({ op: "send", client_id: "a" });
});

test("other traffic does not hide a message that is never acknowledged", async () => {
  await connected();
  server.silent = true;
  socket.deliver("a", { op: "send", client_id: "a" });
  for (let second = 0; second < 11; second += 1) {
    server.sockets[0]?.say({ op: "typing" });
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(server.sockets.length).toBeGreaterThan(1);
});

test("coming back to the page probes the socket and replaces a dead one", async () => {
  await connected();
  server.silent = true;
  document.dispatchEvent(new Event("visibilitychange"));
  expect(server.last.heard.at(-1)).toEqual({ op: "resume" });
  await vi.advanceTimersByTimeAsync(11_000);
  expect(server.sockets.length).toBeGreaterThan(1);
});

test("the network's return ends the wait", async () => {
  server.down = true;
  await connected();
  await vi.advanceTimersByTimeAsync(30_000);
  server.down = false;
  const before = server.sockets.length;
  globalThis.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(0);
  expect(server.sockets).toHaveLength(before + 1);
  expect(links.at(-1)).toBe("open");
});

test("after stop it stays away", async () => {
  await connected();
  socket.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.sockets).toHaveLength(1);
});

test("a ping is answered at once, after what came before it was handed on, and goes no further", async () => {
  await connected();
  server.last.say({ op: "events" });
  server.last.say({ op: "ping", n: 7 });
  expect(frames.map((frame) => frame.op)).toEqual(["welcome", "events"]);
  expect(server.last.heard.at(-1)).toEqual({ op: "pong", n: 7 });
});

test("who fell behind comes back at once, but waits when it falls behind again", async () => {
  await connected();
  await vi.advanceTimersByTimeAsync(6_000);
  server.last.hangUp(TOO_SLOW);
  await vi.advanceTimersByTimeAsync(0);
  expect(server.sockets).toHaveLength(2);
  expect(links.at(-1)).toBe("open");
  server.last.hangUp(TOO_SLOW);
  await vi.advanceTimersByTimeAsync(0);
  expect(server.sockets).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(server.sockets).toHaveLength(3);
});

test("a socket that falls silent without closing is probed and replaced", async () => {
  await connected();
  server.silent = true;
  await vi.advanceTimersByTimeAsync(40_000);
  expect(server.last.heard.at(-1)).toEqual({ op: "resume" });
  expect(server.sockets).toHaveLength(1);
  server.silent = false;
  await vi.advanceTimersByTimeAsync(11_000);
  expect(server.sockets).toHaveLength(2);
  expect(links.at(-1)).toBe("open");
});

test("pings keep a quiet socket from being probed", async () => {
  await connected();
  for (let n = 1; n < 8; n += 1) {
    await vi.advanceTimersByTimeAsync(25_000);
    server.last.say({ op: "ping", n });
  }
  expect(server.last.heard).not.toContainEqual({ op: "resume" });
  expect(server.sockets).toHaveLength(1);
});
