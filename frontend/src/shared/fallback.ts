/** Sockets where they work, long polling where they do not, and back again. */

import { type Courier, PollingSocket } from "./polling";
import type { Channel } from "./socket";

/** So many sockets in a row that said nothing mean that this network lets none through. */
const TRIES = 2;
const OPENS_WITHIN = 4_000;
/** Where sockets have worked before, the server is slow rather than the network hostile. */
const OPENS_LATE_WITHIN = 10_000;
const PROBE_EVERY = 60_000;
const FIRST_PROBE_AFTER_OUTAGE = 5_000;
const COME_BACK = 4412;
const GOING_AWAY = 1001;
const LOST = 1006;

export interface Ways<Out, In> {
  courier: () => Courier<Out, In>;
  /** Frames that open the talk, for the socket that tries whether sockets work again. */
  greeting: () => Out[];
  /** Told when the way changes. */
  onPolling?: (polling: boolean) => void;
  socket?: (url: string) => Channel & EventTarget;
}

/** A close that a server has sent, rather than a network that let nothing through. */
function isSpoken(code: number): boolean {
  return code > LOST || code === GOING_AWAY;
}

export class Fallback<Out extends object, In> {
  private readonly ways: Ways<Out, In>;
  /** Sockets in a row that ended without a word. */
  private mute = 0;
  private worked = false;

  constructor(ways: Ways<Out, In>) {
    this.ways = ways;
  }

  /** Opens whatever works on this network. */
  readonly open = (url: string): Channel => (this.mute < TRIES ? this.dial(url) : this.poll(url));

  private newSocket(url: string): Channel & EventTarget {
    return this.ways.socket ? this.ways.socket(url) : new WebSocket(url);
  }

  private dial(url: string): Channel {
    const socket = this.newSocket(url);
    const late = setTimeout(() => socket.close(), this.worked ? OPENS_LATE_WITHIN : OPENS_WITHIN);
    let heard = false;
    socket.addEventListener("open", () => clearTimeout(late));
    socket.addEventListener("message", () => {
      if (heard) return;
      heard = true;
      this.mute = 0;
      this.worked = true;
      this.ways.onPolling?.(false);
    });
    socket.addEventListener("close", (event) => {
      clearTimeout(late);
      if (!heard && !isSpoken((event as CloseEvent).code)) this.mute += 1;
    });
    return socket;
  }

  private poll(url: string): Channel {
    const line = new PollingSocket(this.tapped(this.ways.courier()));
    const probe = () => {
      if (line.closed) return;
      this.probe(url, line);
      setTimeout(probe, PROBE_EVERY);
    };
    setTimeout(probe, this.worked ? FIRST_PROBE_AFTER_OUTAGE : PROBE_EVERY);
    // Until polling has brought something, it may be the server that is away: then sockets are worth a try again.
    this.mute = 0;
    return line;
  }

  /** The courier, and the moment at which polling is known to work. */
  private tapped(courier: Courier<Out, In>): Courier<Out, In> {
    const works = (frames: In[]) => {
      if (frames.length > 0 && this.mute < TRIES) {
        this.mute = TRIES;
        this.ways.onPolling?.(true);
      }
      return frames;
    };
    return {
      ...courier,
      begin: (signal) => courier.begin(signal).then(works),
      carry: (frame, signal) => courier.carry(frame, signal).then(works),
    };
  }

  /** Tries a socket beside the polling line; once it speaks, the line's user is asked to come back to sockets. */
  private probe(url: string, line: PollingSocket<Out, In>): void {
    const socket = this.newSocket(url);
    const late = setTimeout(() => socket.close(), OPENS_LATE_WITHIN);
    socket.onopen = () => {
      for (const frame of this.ways.greeting()) socket.send(JSON.stringify(frame));
    };
    socket.onmessage = () => {
      socket.close();
      this.mute = 0;
      line.end(COME_BACK);
    };
    socket.onclose = () => clearTimeout(late);
  }
}
