/**
 * The same talk without a socket, for networks that block them: frames become REST calls, news is waited for by long
 * polling. To its user a PollingSocket is a WebSocket.
 */

import type { Channel } from "./socket";

/** A wait that takes longer than the server promised means that the network has lost it. */
const PATIENCE = 40_000;
/** A server that answers at once with nothing must not be asked in a tight loop. */
const SHORTEST_ROUND = 1_000;
const LOST = 1006;

/** How the frames of one talk travel by REST. Each call rejects with Hangup, or TypeError when nobody answers. */
export interface Courier<Out, In> {
  /** What the server says before it is asked anything. */
  begin: (signal: AbortSignal) => Promise<In[]>;
  /** Carries one frame, and brings back what a server would say to it. */
  carry: (frame: Out, signal: AbortSignal) => Promise<In[]>;
  /** Brings the news, at once or when there is some. */
  wait: (signal: AbortSignal) => Promise<In[]>;
  /** What is waited for; once it changes, the wait begins anew. */
  place: () => string;
}

/** The talk is over, with the code that a socket would have closed with. */
export class Hangup extends Error {
  override name = "Hangup";
  readonly code: number;

  constructor(code: number) {
    super(`The line was closed (${code}).`);
    this.code = code;
  }
}

function codeOf(reason: unknown): number {
  if (reason instanceof Hangup) return reason.code;
  if (reason instanceof TypeError || reason instanceof SyntaxError || reason instanceof DOMException)
    return LOST;
  throw reason;
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

export class PollingSocket<Out extends object, In> implements Channel {
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  private readonly courier: Courier<Out, In>;
  private readonly over = new AbortController();
  private round: AbortController | null = null;
  private carried: Promise<void>;
  private listening = false;

  constructor(courier: Courier<Out, In>) {
    this.courier = courier;
    this.carried = this.guarded(async () => {
      await Promise.resolve();
      if (this.closed) return;
      this.onopen?.(new Event("open"));
      this.say(await courier.begin(this.over.signal));
    });
  }

  get closed(): boolean {
    return this.over.signal.aborted;
  }

  /** Frames travel one after the other, so that they arrive in order. */
  send(data: string): void {
    const frame = JSON.parse(data) as Out;
    this.carried = this.carried.then(() =>
      this.guarded(async () => {
        if (this.closed) return;
        const place = this.courier.place();
        this.say(await this.courier.carry(frame, this.over.signal));
        if (this.courier.place() !== place) this.round?.abort();
      }),
    );
  }

  close(): void {
    this.end(1000);
  }

  /** Closes with the code that its user is to see; what is under way is abandoned. */
  end(code: number): void {
    if (this.closed) return;
    this.over.abort();
    this.round?.abort();
    this.onclose?.(new CloseEvent("close", { code }));
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (reason) {
      if (!this.closed) this.end(codeOf(reason));
    }
  }

  /** The line stands once the server has said something; from then on its news is waited for. */
  private say(frames: In[]): void {
    for (const frame of frames) {
      if (this.closed) return;
      this.onmessage?.(new MessageEvent("message", { data: JSON.stringify(frame) }));
    }
    if (this.listening || frames.length === 0) return;
    this.listening = true;
    void this.guarded(() => this.listen());
  }

  private async listen(): Promise<void> {
    while (!this.closed) {
      const began = Date.now();
      const frames = await this.oneRound();
      if (frames === null) continue;
      this.say(frames);
      const left = SHORTEST_ROUND - (Date.now() - began);
      if (frames.length === 0 && left > 0) await rest(left);
    }
  }

  /** Null when it was broken off because something else is to be waited for. */
  private async oneRound(): Promise<In[] | null> {
    const round = new AbortController();
    this.round = round;
    const lost = setTimeout(() => this.end(LOST), PATIENCE);
    try {
      return await this.courier.wait(round.signal);
    } catch (reason) {
      if (round.signal.aborted) return null;
      throw reason;
    } finally {
      clearTimeout(lost);
    }
  }
}
