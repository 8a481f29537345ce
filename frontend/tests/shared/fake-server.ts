/** A WebSocket server inside the test: it accepts, hears, answers, falls silent and hangs up. */

export class FakeSocket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly heard: unknown[] = [];
  closed = false;
  private readonly listeners: [string, (event: object) => void][] = [];
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

  addEventListener(type: string, listener: (event: object) => void): void {
    this.listeners.push([type, listener]);
  }

  private tell(type: string, event: object): void {
    for (const [heard, listener] of this.listeners) if (heard === type) listener(event);
  }

  /** The handshake is done. */
  accept(): void {
    this.onopen?.();
    this.tell("open", {});
  }

  /** The server's side closes. */
  hangUp(code: number): void {
    if (this.closed) return;
    this.closed = true;
    this.onclose?.({ code });
    this.tell("close", { code });
  }

  say(frame: unknown): void {
    const data = JSON.stringify(frame);
    this.onmessage?.({ data });
    this.tell("message", { data });
  }
}

export class FakeServer {
  readonly sockets: FakeSocket[] = [];
  /** The machine is away: each attempt fails. */
  down = false;
  /** The handshake is never answered. */
  deaf = false;
  /** The connection is held, but nothing is answered. */
  silent = false;
  hear: (socket: FakeSocket, frame: unknown) => void = () => {};

  readonly open = (): WebSocket => {
    const socket = new FakeSocket(this);
    this.sockets.push(socket);
    queueMicrotask(() => {
      if (this.down) socket.hangUp(1006);
      else if (!this.deaf) socket.accept();
    });
    return socket as unknown as WebSocket;
  };

  get last(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error("Nobody has connected.");
    return socket;
  }
}
