/** The customer's side of one conversation: the socket's frames go in, what the panel shows comes out. */

import { Fallback } from "../shared/fallback";
import type { Told } from "../shared/frame";
import { type Channel, type Link, NOT_HERE, ReconnectingSocket, WHO_ARE_YOU } from "../shared/socket";
import {
  acknowledge,
  addPending,
  applyEvent,
  applyHint,
  dropPending,
  EMPTY,
  expirePassing,
  hasPassing,
  isStale,
  messagesOf,
  type Pending,
  refuse,
  type Thread,
  threadOf,
} from "../shared/thread";
import { newId } from "../shared/uuid";
import type {
  ApiError,
  Attachment,
  Attributes,
  BeforeChat,
  Company,
  Greeting,
  Hint,
  Message,
  Queue,
  ThreadEvent,
  Welcome,
  WidgetFrame,
  WidgetReply,
} from "../shared/wire";
import { courier } from "./courier";
import * as memory from "./memory";
import { Seen } from "./seen";
import { say } from "./words/words";

const CATCH_UP_AFTER = 250;
const ASK_AGAIN_AFTER = 2_000;
const TYPING_EVERY = 3_000;
const TYPING_ENDS_AFTER = 5_000;
const SWEEP_EVERY = 1_000;

export interface View {
  company: Company;
  thread: Thread;
  link: Link;
  /** The server has told us all that went before. */
  caughtUp: boolean;
  /** Somebody who was here before: there may be a conversation to show. */
  returning: boolean;
  shown: boolean;
  unread: number;
  fault: ApiError | null;
  /** The company's server has said who this is: there may be earlier conversations to read. */
  identified: boolean;
  /** What the company's page said, at which the chat was opened; answered with the next words. */
  greeting: Greeting | null;
  /** With what the page lets them begin to write, anew each time that it does. */
  begin: { text: string } | null;
  /** What is still to be filled in. */
  form: BeforeChat | null;
  /** A person was asked for; the form comes first. */
  asking: boolean;
}

export interface Surroundings {
  url: string;
  company: Company;
  shown: boolean;
  /** Tells the page around the widget. */
  tell: (told: Told) => void;
  /** Makes the connection; left out, it is a socket, or long polling where a network blocks them. */
  open?: (url: string) => Channel;
  now?: () => number;
  newId?: () => string;
}

export class Conversation {
  view: View;
  private readonly around: Surroundings;
  private readonly socket: ReconnectingSocket<WidgetFrame, WidgetReply>;
  private readonly listeners = new Set<() => void>();
  private readonly seen: Seen;
  private readonly now: () => number;
  private catchUpTimer: ReturnType<typeof setTimeout> | undefined;
  private sweepTimer: ReturnType<typeof setTimeout> | undefined;
  private typingTimer: ReturnType<typeof setTimeout> | undefined;
  private typingToldAt = Number.NEGATIVE_INFINITY;
  /** The token that the server was last shown. */
  private shownToken: string | null = null;
  /** What the company's server signed, until the server of Baton has seen it. */
  private identity: string | null = null;
  private attributes: Attributes | null = null;

  constructor(around: Surroundings) {
    this.around = around;
    this.now = around.now ?? Date.now;
    this.view = {
      company: around.company,
      thread: EMPTY,
      link: "connecting",
      caughtUp: false,
      returning: memory.token() !== null,
      shown: around.shown,
      unread: 0,
      fault: null,
      identified: false,
      greeting: null,
      begin: null,
      form: null,
      asking: false,
    };
    const greeting = () => [this.hello()];
    this.seen = new Seen((seq) => this.socket.send({ op: "seen", seq }));
    this.socket = new ReconnectingSocket<WidgetFrame, WidgetReply>({
      url: around.url,
      greeting,
      isWelcome: (frame) => "op" in frame && frame.op === "welcome",
      probe: () => ({ op: "resume", last_seq: this.view.thread.seq }),
      onFrame: (frame) => this.receive(frame),
      onLink: (link) => this.linkChanged(link),
      onClose: (code) => code === WHO_ARE_YOU && this.forgetToken(),
      refusedBy: [NOT_HERE],
      open: around.open ?? new Fallback({ courier, greeting }).open,
    });
  }

  start(): void {
    for (const one of memory.unsent()) this.post(one);
    document.addEventListener("visibilitychange", this.look);
    this.socket.start();
  }

  stop(): void {
    this.socket.stop();
    this.seen.stop();
    document.removeEventListener("visibilitychange", this.look);
    clearTimeout(this.catchUpTimer);
    clearTimeout(this.sweepTimer);
    clearTimeout(this.typingTimer);
  }

  /** Calls back after each change; returns the way to end it. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  send(text: string, attachments: readonly Attachment[] = []): void {
    this.typed(false);
    this.post({ kind: "send", text, attachments });
  }

  /** Resolves once the server has told who this visitor is: before that it takes no files. */
  known(): Promise<void> {
    if (memory.token() !== null) return Promise.resolve();
    return new Promise((done) => {
      const end = this.subscribe(() => {
        if (memory.token() === null) return;
        end();
        done();
      });
    });
  }

  askPerson(): void {
    if (this.personAsked()) return;
    if (this.view.form) {
      this.change({ asking: true });
      return;
    }
    this.post({ kind: "ask_person", text: say("personPlease"), attachments: [] });
  }

  /** The chat was opened at a greeting of the page. */
  greet(id: string): void {
    this.change({ greeting: this.view.company.greetings.find((one) => one.id === id) ?? null });
  }

  /** The page lets them begin with these words. */
  begin(text: string): void {
    this.change({ begin: { text } });
  }

  /** The form was filled in, or left; what it held up goes on, unless it was left for that. */
  formDone(how: "filled" | "later" | "back"): void {
    const { form, asking } = this.view;
    this.change({ form: how === "back" ? form : null, asking: false });
    if (asking && how === "filled") this.askPerson();
  }

  /** Whether a person is here, on the way or asked for. */
  personAsked(): boolean {
    const { thread } = this.view;
    const asked = thread.pending.some((one) => one.kind === "ask_person" && !one.error);
    return asked || (thread.control.holder !== "assistant" && thread.status !== "resolved");
  }

  retry(clientId: string): void {
    const one = this.view.thread.pending.find((pending) => pending.client_id === clientId);
    if (one) this.post(one);
  }

  drop(clientId: string): void {
    this.socket.settle(clientId);
    this.fold(dropPending(this.view.thread, clientId));
  }

  /** The customer is typing, or has stopped; told at most every three seconds. */
  typed(active: boolean): void {
    clearTimeout(this.typingTimer);
    const now = this.now();
    if (!active) {
      if (this.typingToldAt > Number.NEGATIVE_INFINITY) this.socket.send({ op: "typing", active: false });
      this.typingToldAt = Number.NEGATIVE_INFINITY;
      return;
    }
    this.typingTimer = setTimeout(() => this.typed(false), TYPING_ENDS_AFTER);
    if (now - this.typingToldAt < TYPING_EVERY) return;
    if (this.socket.send({ op: "typing", active: true })) this.typingToldAt = now;
  }

  show(shown: boolean): void {
    this.change({ shown });
    this.countUnread();
    if (shown) this.socket.retryNow();
  }

  /** Whether what this message offers can still be picked: the assistant asks, and nobody has answered. */
  mayPick({ ai, choices = [], form = "" }: Message): boolean {
    const { control, status } = this.view.thread;
    return (
      ai && (choices.length > 0 || form !== "") && control.holder === "assistant" && status !== "resolved"
    );
  }

  /** What was picked leaves as the customer's words, unless another message stands below by now. */
  pick(message: Message, says: string): void {
    const { thread } = this.view;
    const newest = messagesOf(thread).at(-1);
    if (newest?.seq === message.seq && thread.pending.length === 0 && this.mayPick(message)) this.send(says);
  }

  /** The page says by its server's signature who this is. */
  identify(identity: string): void {
    this.identity = identity;
    this.socket.send(this.hello());
  }

  /** What the page knows of its visitor; told once there is a conversation that it helps with. */
  setAttributes(attributes: Attributes): void {
    this.attributes = { ...this.attributes, ...attributes };
    this.tellAttributes();
  }

  /** Somebody else uses the page now: all that is known of the one before goes. */
  reset(): void {
    for (const { client_id } of this.view.thread.pending) this.socket.settle(client_id);
    this.identity = null;
    this.attributes = null;
    memory.keepToken(null);
    memory.keepUnsent([]);
    this.seen.beginAnew();
    this.fold(EMPTY);
    memory.keepAnswers({});
    this.change({
      returning: false,
      unread: 0,
      identified: false,
      greeting: null,
      begin: null,
      form: null,
      asking: false,
    });
    this.around.tell({ name: "unread", detail: { count: 0 } });
    this.socket.send(this.hello());
  }

  /** Puts a line right of what entry `seq` said is passed on; it comes back as a message of the customer's. */
  correct(seq: number, line: number, text: string): void {
    const client_id = (this.around.newId ?? newId)();
    this.socket.deliver(client_id, { op: "correct", client_id, seq, line, text });
  }

  reconnect(): void {
    this.socket.retryNow();
  }

  dismissFault(): void {
    this.change({ fault: null });
  }

  private post(said: Pick<Pending, "kind" | "text" | "attachments"> & { client_id?: string }): void {
    const { kind, text, attachments, client_id = (this.around.newId ?? newId)() } = said;
    this.fold(addPending(this.view.thread, { client_id, kind, text, attachments }, this.now()));
    const greeting = this.answered();
    this.socket.deliver(
      client_id,
      kind === "send"
        ? { ...sendFrame(client_id, text, attachments), ...greeting }
        : { op: kind, client_id, ...greeting },
    );
  }

  /** The greeting that the next words answer: those that open a conversation. */
  private answered(): { greeting?: string } {
    const { greeting, thread } = this.view;
    const opens = thread.id === null || thread.status === "resolved";
    return greeting && opens ? { greeting: greeting.id } : {};
  }

  private hello(): WidgetFrame {
    const { id, seq } = this.view.thread;
    this.shownToken = memory.token();
    return {
      op: "hello",
      token: this.shownToken,
      conversation_id: id,
      last_seq: seq,
      ...(this.identity !== null && { identity: this.identity }),
    };
  }

  /** Another window may have a newer token by now: that one stays. */
  private forgetToken(): void {
    if (memory.token() === this.shownToken) memory.keepToken(null);
  }

  private tellAttributes(): void {
    if (this.attributes === null || this.view.thread.id === null) return;
    if (this.socket.send({ op: "attributes", attributes: this.attributes })) this.attributes = null;
  }

  private receive(frame: WidgetReply): void {
    if (!("op" in frame)) {
      if (frame.seq === null) this.hint(frame);
      else this.take([frame]);
      return;
    }
    switch (frame.op) {
      case "welcome":
        this.welcome(frame);
        break;
      case "events":
        clearTimeout(this.catchUpTimer);
        this.catchUpTimer = undefined;
        this.take(frame.events);
        this.settled(frame.has_more);
        break;
      case "token":
        this.shownToken = frame.token;
        memory.keepToken(frame.token);
        break;
      case "ack":
        this.socket.settle(frame.client_id);
        this.follow(frame.conversation_id);
        this.fold(acknowledge(this.view.thread, frame));
        this.tellAttributes();
        break;
      case "error":
        this.refused(frame.client_id, frame.error);
        break;
    }
  }

  private welcome(frame: Welcome): void {
    this.shownToken = frame.token;
    memory.keepToken(frame.token);
    this.change({ company: frame.company, identified: frame.identified ?? false, form: frame.form ?? null });
    this.identified(frame);
    const { conversation } = frame;
    if (conversation) this.follow(conversation.id);
    else if (this.view.thread.id !== null) this.fold({ ...EMPTY, pending: this.view.thread.pending });
    this.take(frame.events);
    if (conversation?.queue) {
      this.hint({
        seq: null,
        type: "queue.moved",
        conversation_id: conversation.id,
        data: conversation.queue,
      });
    }
    const { thread } = this.view;
    this.fold({ ...thread, seen: Math.max(thread.seen, conversation?.seq ?? 0) });
    this.tellAttributes();
    this.settled(frame.has_more);
  }

  /** The page's developer hears why a signature does not count; its visitor has no use for that. */
  private identified({ identified = false, identity_error = null }: Welcome): void {
    if (this.identity === null) return;
    this.identity = null;
    if (identity_error) {
      const { code, message } = identity_error;
      this.around.tell({ name: "error", detail: { code, message } });
    } else if (identified) this.around.tell({ name: "identified", detail: {} });
  }

  private settled(hasMore: boolean): void {
    if (hasMore) this.socket.send({ op: "resume", last_seq: this.view.thread.seq });
    else if (!this.view.caughtUp && !isStale(this.view.thread)) this.change({ caughtUp: true });
    this.countUnread();
  }

  /** A resolved conversation that lies back is followed by a new one, with a log of its own. */
  private follow(conversationId: string): void {
    const { thread } = this.view;
    if (thread.id === null || thread.id === conversationId) return;
    this.seen.beginAnew();
    this.fold(threadOf(conversationId, thread.pending));
  }

  private take(events: readonly ThreadEvent[]): void {
    for (const event of events) {
      if (event.seq === 1) this.follow(event.conversation_id);
      const before = this.view.thread;
      this.fold(applyEvent(before, event));
      if (event.type === "message.added" && event.data.greeting) this.change({ greeting: null });
      if (this.view.caughtUp && this.view.thread.seq > before.seq) this.announce(event);
    }
    this.countUnread();
  }

  private hint(hint: Hint): void {
    if (hint.type === "typing" && hint.data.author.kind === "customer") return;
    this.fold(applyHint(this.view.thread, hint, this.now()));
    if (hint.type === "queue.moved") {
      const { position, wait, opens_at } = hint.data;
      this.around.tell({ name: "queue", detail: { position, wait, opens_at } });
    }
  }

  /** What the server answered to a choice; the line itself tells the same, sooner or later. */
  queueTold(queue: Queue): void {
    this.fold({ ...this.view.thread, queue });
  }

  private announce(event: ThreadEvent): void {
    if (event.type === "message.added") {
      const { id, author } = event.data;
      this.around.tell({ name: "message", detail: { id, author: author.kind, name: author.name } });
    } else if (event.type === "control.changed") {
      const { holder, agent, team } = event.data;
      this.around.tell({
        name: "handover",
        detail: { holder, agent: agent?.name ?? null, team: team?.name ?? null },
      });
    }
  }

  private refused(clientId: string | null, error: ApiError): void {
    this.around.tell({ name: "error", detail: { code: error.code, message: error.message } });
    if (clientId === null) {
      this.change({ fault: error });
      return;
    }
    this.socket.settle(clientId);
    const pending = this.view.thread.pending.some((one) => one.client_id === clientId);
    if (pending) this.fold(refuse(this.view.thread, clientId, error));
    else this.change({ fault: error });
  }

  private linkChanged(link: Link): void {
    this.change({ link });
    if (link !== "open") return;
    this.catchUpSoon();
    this.look();
  }

  private fold(thread: Thread): void {
    if (thread === this.view.thread) return;
    const pendingChanged = thread.pending !== this.view.thread.pending;
    this.change({ thread });
    if (pendingChanged) memory.keepUnsent(thread.pending.filter((one) => one.seq === null && !one.error));
    if (isStale(thread)) this.catchUpSoon();
    if (hasPassing(thread)) this.sweepSoon();
  }

  /** An event out of order often mends itself within moments; only then is the log asked for. */
  private catchUpSoon(after = CATCH_UP_AFTER): void {
    this.catchUpTimer ??= setTimeout(() => {
      this.catchUpTimer = undefined;
      const { thread } = this.view;
      if (!isStale(thread)) return;
      if (this.socket.send({ op: "resume", last_seq: thread.seq })) this.catchUpSoon(ASK_AGAIN_AFTER);
    }, after);
  }

  private sweepSoon(): void {
    this.sweepTimer ??= setTimeout(() => {
      this.sweepTimer = undefined;
      this.fold(expirePassing(this.view.thread, this.now()));
      if (hasPassing(this.view.thread)) this.sweepSoon();
    }, SWEEP_EVERY);
  }

  private countUnread(): void {
    const { thread, shown, unread, caughtUp } = this.view;
    if (thread.id === null || !caughtUp) return;
    if (shown) memory.keepReadUpTo(thread.id, thread.seq);
    this.look();
    const read = memory.readUpTo(thread.id);
    const count = shown
      ? 0
      : messagesOf(thread).filter((one) => one.seq > read && one.author.kind !== "customer").length;
    if (count === unread) return;
    this.change({ unread: count });
    this.around.tell({ name: "unread", detail: { count } });
  }

  /** What is on the screen counts as seen while somebody may be looking at it. */
  private readonly look = (): void => {
    const { shown, caughtUp, thread } = this.view;
    if (shown && caughtUp && document.visibilityState === "visible") this.seen.look(thread.seq);
  };

  private change(part: Partial<View>): void {
    this.view = { ...this.view, ...part };
    for (const listener of this.listeners) listener();
  }
}

function sendFrame(clientId: string, text: string, attachments: readonly Attachment[]): WidgetFrame {
  const ids = attachments.map((one) => one.id);
  return { op: "send", client_id: clientId, text, ...(ids.length > 0 && { attachments: ids }) };
}
