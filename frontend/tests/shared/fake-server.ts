/** A WebSocket server inside the test: it accepts, hears, answers, falls silent and hangs up. */

export class FakeSocket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly heard: unknown[] = [];
  closed = false;
  private readonly server: FakeServer;

  constructor(server: FakeServer) {
    this.server = server;
  }

  send(data: string): void {
    if (this.closed) throw new Error("The socket is closed.");
    const frame: unknown = JSON.parse(data);
    this.heard.push(frame);
    if (!this.server.silent) this.server.hear(this, frame);
  }

  close(): void {
    this.hangUp(1000);
  }

  /** The server's side closes. */
  hangUp(code: number): void {
    if (this.closed) return;
    this.closed = true;
    this.onclose?.({ code });
  }

  say(frame: unknown): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
}

export class FakeServer {
  readonly sockets: FakeSocket[] = [];
  /** The machine is away: each attempt fails. */
  down = false;
  /** The connection is held, but nothing is answered. */
  silent = false;
  hear: (socket: FakeSocket, frame: unknown) => void = () => {};

  readonly open = (): WebSocket => {
    const socket = new FakeSocket(this);
    this.sockets.push(socket);
    queueMicrotask(() => {
      if (this.down) socket.hangUp(1006);
      else socket.onopen?.();
    });
    return socket as unknown as WebSocket;
  };

  get last(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error("Nobody has connected.");
    return socket;
  }
}
