import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Fallback } from "../../src/shared/fallback";
import { type Courier, Hangup } from "../../src/shared/polling";
import { type Link, NOT_HERE, ReconnectingSocket, WHO_ARE_YOU } from "../../src/shared/socket";
import { FakeServer } from "./fake-server";

interface Frame {
  op: string;
  n?: number;
}

/** The REST side of a small server: news waits until there is some. */
class FakeRest {
  readonly carried: Frame[] = [];
  news: Frame[] = [];
  down = false;
  refuses: number | null = null;
  place = "a";
  waits = 0;
  aborted = 0;
  private wake: (() => void) | null = null;

  readonly courier = (): Courier<Frame, Frame> => ({
    begin: async () => [],
    carry: async (frame) => {
      this.check();
      this.carried.push(frame);
      return frame.op === "hello" ? [{ op: "welcome" }] : [];
    },
    wait: async (signal) => {
      this.check();
      this.waits += 1;
      if (this.news.length === 0) await this.something(signal);
      return this.news.splice(0);
    },
    place: () => this.place,
  });

  say(...frames: Frame[]): void {
    this.news.push(...frames);
    this.wake?.();
  }

  private check(): void {
    if (this.refuses !== null) throw new Hangup(this.refuses);
    if (this.down) throw new TypeError("Failed to fetch");
  }

  private something(signal: AbortSignal): Promise<void> {
    return new Promise((done, failed) => {
      this.wake = done;
      setTimeout(done, 20_000);
      signal.addEventListener("abort", () => {
        this.aborted += 1;
        failed(new DOMException("The wait was abandoned.", "AbortError"));
      });
    });
  }
}

let server: FakeServer;
let rest: FakeRest;
let links: Link[];
let frames: Frame[];
let ways: boolean[];
let codes: number[];
let socket: ReconnectingSocket<Frame, Frame>;

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  server.hear = (peer, frame) => (frame as Frame).op === "hello" && peer.say({ op: "welcome" });
  rest = new FakeRest();
  links = [];
  frames = [];
  ways = [];
  codes = [];
  const greeting = () => [{ op: "hello" }];
  const line = new Fallback<Frame, Frame>({
    courier: rest.courier,
    greeting,
    onPolling: (polling) => ways.push(polling),
    socket: server.open,
  });
  socket = new ReconnectingSocket<Frame, Frame>({
    url: "ws://demo.localhost/ws/widget/",
    greeting,
    isWelcome: (frame) => frame.op === "welcome",
    onFrame: (frame) => frames.push(frame),
    onLink: (link) => links.push(link),
    refusedBy: [NOT_HERE],
    onClose: (code) => codes.push(code),
    open: line.open,
    random: () => 0.5,
  });
});

afterEach(() => {
  socket.stop();
  vi.useRealTimers();
});

async function after(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

test("where sockets work nothing is polled", async () => {
  socket.start();
  await after(5_000);
  expect(links.at(-1)).toBe("open");
  expect(rest.waits).toBe(0);
});

test("after two sockets that were refused the talk goes on by polling", async () => {
  server.down = true;
  socket.start();
  await after(2_000);
  expect(server.sockets).toHaveLength(2);
  expect(links.at(-1)).toBe("open");
  expect(ways).toEqual([true]);
  rest.say({ op: "news", n: 1 }, { op: "news", n: 2 });
  await after(0);
  expect(frames).toEqual([{ op: "welcome" }, { op: "news", n: 1 }, { op: "news", n: 2 }]);
});

test("sockets that never open are given up within nine seconds", async () => {
  server.deaf = true;
  socket.start();
  await after(9_000);
  expect(links.at(-1)).toBe("open");
  expect(rest.waits).toBe(1);
});

test("what was to be delivered is carried by REST, in order", async () => {
  server.down = true;
  socket.start();
  socket.deliver("a", { op: "send", n: 1 });
  socket.deliver("b", { op: "send", n: 2 });
  await after(2_000);
  expect(rest.carried).toEqual([{ op: "hello" }, { op: "send", n: 1 }, { op: "send", n: 2 }]);
});

test("every minute a socket is tried, and once one speaks the talk returns to it", async () => {
  server.down = true;
  socket.start();
  await after(62_000);
  expect(server.sockets).toHaveLength(3);
  expect(links.at(-1)).toBe("open");
  server.down = false;
  await after(61_000);
  expect(links.at(-1)).toBe("open");
  expect(ways).toEqual([true, false]);
  const waits = rest.waits;
  server.last.say({ op: "news", n: 3 });
  expect(frames.at(-1)).toEqual({ op: "news", n: 3 });
  await after(60_000);
  expect(rest.waits).toBe(waits);
});

test("where sockets have worked before, they are tried again soon", async () => {
  socket.start();
  await after(6_000);
  server.down = true;
  server.last.hangUp(1006);
  await after(2_000);
  expect(ways.at(-1)).toBe(true);
  server.down = false;
  await after(6_000);
  expect(ways.at(-1)).toBe(false);
});

test("when nobody answers by REST either, sockets and polling take turns", async () => {
  server.down = true;
  rest.down = true;
  socket.start();
  await after(30_000);
  expect(server.sockets.length).toBeGreaterThan(3);
  expect(ways).toEqual([]);
  server.down = false;
  await after(12_000);
  expect(links.at(-1)).toBe("open");
  expect(rest.waits).toBe(0);
});

test("a close that the server has sent is no sign of a blocked network", async () => {
  server.hear = (peer) => peer.hangUp(WHO_ARE_YOU);
  socket.start();
  await after(30_000);
  expect(rest.carried).toEqual([]);
  expect(codes.every((code) => code === WHO_ARE_YOU)).toBe(true);
});

test("a refusal by REST ends the talk as that of a socket does", async () => {
  server.down = true;
  rest.refuses = NOT_HERE;
  socket.start();
  await after(5_000);
  expect(links.at(-1)).toBe("refused");
});

test("a token that is not known any more is told as by a socket", async () => {
  server.down = true;
  rest.refuses = WHO_ARE_YOU;
  socket.start();
  await after(5_000);
  expect(codes).toContain(WHO_ARE_YOU);
});

test("a network that is lost while polling leads to a new line", async () => {
  server.down = true;
  socket.start();
  await after(2_000);
  rest.down = true;
  rest.say({ op: "news" });
  await after(1_000);
  expect(links.at(-1)).not.toBe("open");
  rest.down = false;
  await after(15_000);
  expect(links.at(-1)).toBe("open");
});

test("when something else is to be waited for, the wait begins anew", async () => {
  server.down = true;
  socket.start();
  await after(2_000);
  expect(rest.waits).toBe(1);
  rest.place = "a";
  socket.send({ op: "watch" });
  await after(0);
  expect(rest.waits).toBe(1);
  const { carried } = rest;
  Object.defineProperty(carried, "push", { value: () => (rest.place = "b") });
  socket.send({ op: "watch" });
  await after(0);
  expect([rest.waits, rest.aborted]).toEqual([2, 1]);
});

test("closing abandons what is under way", async () => {
  server.down = true;
  socket.start();
  await after(2_000);
  socket.stop();
  await after(0);
  expect(rest.aborted).toBe(1);
  const waits = rest.waits;
  await after(120_000);
  expect(rest.waits).toBe(waits);
  expect(server.sockets).toHaveLength(2);
});

test("a server that answers every wait at once with nothing is not asked in a tight loop", async () => {
  server.down = true;
  socket.start();
  await after(2_000);
  const before = rest.waits;
  for (let second = 0; second < 10; second += 1) {
    rest.say();
    await after(500);
  }
  expect(rest.waits - before).toBeLessThan(8);
});
