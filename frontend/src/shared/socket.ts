/**
 * A WebSocket that comes back.
 *
 * It reconnects with jittered backoff (at once when the network or the reader returns), keeps what has to arrive
 * until it is settled, and repeats that after each greeting under the same client id, so that nothing is stored twice.
 * The server's pings are answered after all that came before them has been handed on: so the server knows how far
 * behind we are, and closes with "too slow" rather than piling up what we do not read.
 */

import type { Ping, Pong } from "./wire";

const FIRST_WAIT = 300;
const LONGEST_WAIT = 10_000;
const SLOW_DOWN_WAIT = 5_000;
const ANSWER_WITHIN = 10_000;
const LONGEST_ANSWER = 40_000;
const STEADY_AFTER = 5_000;
/** The server pings every 25 s: a socket that is silent for longer may be dead without knowing it. */
const SILENT_FOR = 40_000;

export const WHO_ARE_YOU = 4401;
export const NOT_HERE = 4403;
export const TOO_SLOW = 4408;
export const SLOW_DOWN = 4429;

export type Link = "connecting" | "open" | "waiting" | "offline" | "refused";

/** What this file needs of a WebSocket, or of whatever takes its place. */
export interface Channel {
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  send(data: string): void;
  close(): void;
}

export interface Wiring<Out, In> {
  url: string;
  /** Frames that open the talk, read anew at each connection. */
  greeting: () => Out[];
  /** Whether this frame says that the server has let us in. */
  isWelcome: (frame: In) => boolean;
  /** A frame that the server answers, sent to see whether a silent socket still lives. */
  probe?: () => Out | null;
  onFrame: (frame: In) => void;
  onLink: (link: Link) => void;
  /** Close codes after which trying again is of no use. */
  refusedBy: readonly number[];
  /** Called on any other close, before the wait: to drop a stale token, for one. */
  onClose?: (code: number) => void;
  open?: (url: string) => Channel;
  random?: () => number;
}

/**
 * How long to wait before try number `failures` (from 1), milliseconds; full jitter above the first step, also at the
 * first try: a server that was started again has lost everybody in the same moment.
 */
export function backoff(failures: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_WAIT, FIRST_WAIT * Math.max(2, 2 ** (failures - 1)));
  return FIRST_WAIT + (ceiling - FIRST_WAIT) * random();
}

/** How long an answer may take, milliseconds: a server to which everybody came back at once is not asked yet again. */
export function patience(failures: number): number {
  return Math.min(LONGEST_ANSWER, ANSWER_WITHIN * 2 ** failures);
}

function isPing(frame: unknown): frame is Ping {
  return (frame as Partial<Ping>).op === "ping";
}

export class ReconnectingSocket<Out extends object, In> {
  private readonly wiring: Wiring<Out, In>;
  private readonly unsettled = new Map<string, Out>();
  private socket: Channel | null = null;
  private link: Link = "connecting";
  private failures = 0;
  private stopped = true;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private answerTimer: ReturnType<typeof setTimeout> | undefined;
  private steadyTimer: ReturnType<typeof setTimeout> | undefined;
  private silenceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(wiring: Wiring<Out, In>) {
    this.wiring = wiring;
  }

  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    globalThis.addEventListener("online", this.wake);
    globalThis.addEventListener("offline", this.wake);
    document.addEventListener("visibilitychange", this.returned);
    this.connect();
  }

  stop(): void {
    this.stopped = true;
    globalThis.removeEventListener("online", this.wake);
    globalThis.removeEventListener("offline", this.wake);
    document.removeEventListener("visibilitychange", this.returned);
    this.letGo();
  }

  /** Sends when the socket is open and says whether it did: for what is worth nothing later. */
  send(frame: Out): boolean {
    if (this.link !== "open") return false;
    this.put(frame);
    return true;
  }

  /** Sends now or later, and again after each reconnection, until `settle(clientId)`. */
  deliver(clientId: string, frame: Out): void {
    this.unsettled.set(clientId, frame);
    if (this.link !== "open") return;
    this.put(frame);
    this.expectAnswer();
  }

  /** The server answered for this one. */
  settle(clientId: string): void {
    if (!this.unsettled.delete(clientId)) return;
    this.answered();
    if (this.unsettled.size > 0) this.expectAnswer();
  }

  /** Tries at once instead of waiting any longer. */
  retryNow(): void {
    if (this.stopped || this.socket) return;
    this.connect();
  }

  private put(frame: Out | Pong): void {
    this.socket?.send(JSON.stringify(frame));
  }

  private setLink(link: Link): void {
    if (link === this.link) return;
    this.link = link;
    this.wiring.onLink(link);
  }

  private connect(): void {
    clearTimeout(this.retryTimer);
    this.setLink("connecting");
    const socket = (this.wiring.open ?? ((url: string) => new WebSocket(url)))(this.wiring.url);
    this.socket = socket;
    socket.onopen = () => {
      this.expectAnswer();
      for (const frame of this.wiring.greeting()) this.put(frame);
    };
    socket.onmessage = (event) => this.receive(String(event.data));
    socket.onclose = (event) => {
      if (this.socket === socket) this.closed(event.code);
    };
  }

  private receive(data: string): void {
    const frame = JSON.parse(data) as In | Ping;
    this.expectMore();
    if (isPing(frame)) {
      this.put({ op: "pong", n: frame.n });
      if (this.link === "connecting") this.askedToWait();
      return;
    }
    const welcome = this.wiring.isWelcome(frame);
    if (welcome || this.unsettled.size === 0) this.answered();
    if (welcome) {
      this.steadyTimer = setTimeout(this.steady, STEADY_AFTER);
      this.setLink("open");
    }
    this.wiring.onFrame(frame);
    if (!welcome) return;
    for (const unsettled of this.unsettled.values()) this.put(unsettled);
    if (this.unsettled.size > 0) this.expectAnswer();
  }

  /** A server that welcomes and then drops everybody must not be asked three times a second. */
  private readonly steady = () => {
    this.failures = 0;
  };

  private expectAnswer(): void {
    if (this.answerTimer !== undefined) return;
    this.answerTimer = setTimeout(() => {
      this.letGo();
      this.retryLater(0);
    }, patience(this.failures));
  }

  private expectMore(): void {
    clearTimeout(this.silenceTimer);
    this.silenceTimer = setTimeout(this.wake, SILENT_FOR);
  }

  private answered(): void {
    clearTimeout(this.answerTimer);
    this.answerTimer = undefined;
  }

  /** The server lives, and lets us in when it is our turn. */
  private askedToWait(): void {
    this.answered();
    this.expectAnswer();
  }

  private letGo(): void {
    const socket = this.socket;
    this.socket = null;
    clearTimeout(this.retryTimer);
    clearTimeout(this.steadyTimer);
    clearTimeout(this.silenceTimer);
    this.answered();
    socket?.close();
  }

  private closed(code: number): void {
    this.letGo();
    if (this.stopped) return;
    if (this.wiring.refusedBy.includes(code)) {
      this.stop();
      this.setLink("refused");
      return;
    }
    this.wiring.onClose?.(code);
    // Whoever fell behind comes back at once, but not if it falls behind again and again.
    if (code === TOO_SLOW && this.failures === 0) {
      this.failures += 1;
      this.connect();
      return;
    }
    this.retryLater(code === SLOW_DOWN ? SLOW_DOWN_WAIT : 0);
  }

  private retryLater(atLeast: number): void {
    this.failures += 1;
    this.setLink(navigator.onLine ? "waiting" : "offline");
    const wait = Math.max(atLeast, backoff(this.failures, this.wiring.random ?? Math.random));
    this.retryTimer = setTimeout(() => this.connect(), wait);
  }

  /** `navigator.onLine` is a hint for the words only: a machine without a network still reaches itself. */
  private readonly wake = () => {
    if (!this.socket) {
      this.retryNow();
      return;
    }
    const probe = this.wiring.probe?.();
    if (probe && this.send(probe)) this.expectAnswer();
  };

  private readonly returned = () => {
    if (document.visibilityState === "visible") this.wake();
  };
}
