/** The server's side of the widget socket, small but true to the contract: a log, acknowledgements, resume. */

import type { ApiError, BeforeChat, Company, Queue, ThreadEvent, WidgetFrame } from "../../src/shared/wire";
import { FakeServer, type FakeSocket } from "../shared/fake-server";
import { CAROL, CONVERSATION, message } from "../shared/log";

export const COMPANY: Company = {
  name: "Larkfield Cycles",
  accent: "#1f6f54",
  assistant_name: "",
  privacy_url: "",
  greeting: "Hello! Ask us anything.",
  greetings: [],
  asks: "off",
  quick_replies: ["Where is my order?"],
  logo_url: null,
  ai_notice: "Answers come from an AI assistant.",
};

export class FakeDesk extends FakeServer {
  company = COMPANY;
  form: BeforeChat | null = null;
  log: ThreadEvent[] = [];
  conversationId = CONVERSATION;
  queue: Queue | null = null;
  pageSize = 100;
  token = "token-1";
  /** What a hello with a signed identity is told of it. */
  identityError: ApiError | null = null;
  readonly stored = new Map<string, number>();

  constructor() {
    super();
    this.hear = (socket, frame) => this.answer(socket, frame as WidgetFrame);
  }

  /** Adds to the log and says so to whoever is connected. */
  add(event: ThreadEvent): void {
    const own = { ...event, conversation_id: this.conversationId };
    this.log.push(own);
    this.say(own);
  }

  say(frame: unknown): void {
    for (const socket of this.sockets) if (!socket.closed) socket.say(frame);
  }

  /** All frames that reached the server with this op. */
  frames<Op extends WidgetFrame["op"]>(op: Op): Extract<WidgetFrame, { op: Op }>[] {
    const all = this.sockets.flatMap((socket) => socket.heard as WidgetFrame[]);
    return all.filter((frame): frame is Extract<WidgetFrame, { op: Op }> => frame.op === op);
  }

  private after(lastSeq: number) {
    const rest = this.log.filter((event) => event.seq > lastSeq);
    return { events: rest.slice(0, this.pageSize), has_more: rest.length > this.pageSize };
  }

  private answer(socket: FakeSocket, frame: WidgetFrame): void {
    switch (frame.op) {
      case "hello":
        socket.say({
          op: "welcome",
          token: this.token,
          customer_id: CAROL.id,
          identified: frame.identity !== undefined && !this.identityError,
          identity_error: frame.identity === undefined ? null : this.identityError,
          company: this.company,
          form: this.form,
          conversation: this.log.length > 0 ? this.summary() : null,
          ...this.after(frame.last_seq),
        });
        break;
      case "resume":
        socket.say({ op: "events", ...this.after(frame.last_seq) });
        break;
      case "send":
      case "ask_person":
        this.store(socket, frame.client_id, frame.op === "send" ? frame.text : "A person, please.");
        break;
      case "typing":
      case "attributes":
      case "seen":
        break;
    }
  }

  private summary() {
    return {
      id: this.conversationId,
      status: "open",
      control: { holder: "assistant", agent: null, team: null, epoch: 0, since: "" },
      seq: this.log.length,
      queue: this.queue,
    };
  }

  private store(socket: FakeSocket, clientId: string, text: string): void {
    let seq = this.stored.get(clientId);
    if (seq === undefined) {
      seq = this.log.length + 1;
      this.stored.set(clientId, seq);
      this.add(message(seq, { client_id: clientId, text }));
    }
    socket.say({ op: "ack", client_id: clientId, seq, conversation_id: this.conversationId });
  }
}
