/** The desk's live line: one socket, the threads folded from it, and hints for the lists. */

import { Fallback } from "../../shared/fallback";
import { type Channel, type Link, NOT_HERE, ReconnectingSocket, WHO_ARE_YOU } from "../../shared/socket";
import { applyEvents, applyHint, isStale, type Thread, threadOf } from "../../shared/thread";
import { newId } from "../../shared/uuid";
import type { ApiError, Attachment, Hint, ThreadEvent } from "../../shared/wire";
import type { RiskRow } from "../api/control";
import { type Answer, Answers, type Words } from "./answers";
import { type Audience, applyPresence, applySeen, forgetPresence, NOBODY } from "./audience";
import { Cell } from "./cell";
import { courier } from "./courier";
import { Outbox } from "./outbox";
import { Sending } from "./sending";
import { Threads } from "./threads";
import type { ConversationRow, Decision, DeskFrame, DeskReply, Draft, Me, Note } from "./wire";

/** What the lists and panes want to hear. */
export interface DeskListener {
  onRow: (row: ConversationRow) => void;
  onNote: (conversationId: string, note: Note) => void;
  onDecision: (conversationId: string, decision: Decision) => void;
  onDraft: (conversationId: string, draft: Draft) => void;
  onControl: (conversationId: string) => void;
  /** Somebody here began or ended a reply, or one's own was changed on another device. */
  onReplyDraft?: (conversationId: string) => void;
  /** Tasks of the desk, decisions or promises changed. */
  onHanding: (conversationId: string) => void;
  onTranslations: (conversationId: string) => void;
  /** It is gone for good, with all that was in it. */
  onRemoved: (conversationId: string) => void;
  /** One has a new alert, or saw one elsewhere. */
  onAlerts: () => void;
  /** Conversations of the assistant changed their risk, or are live no more; only while the room is watched. */
  onControlRoom?: (rows: RiskRow[], gone: string[]) => void;
  /** The line was down for a while: what was missed has to be asked for. */
  onReturn: () => void;
  onRefusal: (error: ApiError) => void;
}

const TYPING_CHECK = 1_000;
const ANSWER_WITHIN = 6_000;

function deskUrl(): string {
  const scheme = window.location.protocol === "https:" ? "wss" : "ws";
  return `${scheme}://${window.location.host}/ws/desk/`;
}

function isLogged(frame: ThreadEvent | Hint): frame is ThreadEvent {
  return frame.seq !== null;
}

export class Desk {
  readonly link = new Cell<Link>("connecting");
  /** Sockets are blocked here: the line stands, but it polls. */
  readonly polling = new Cell(false);
  readonly me: Cell<Me>;
  private readonly threads = new Threads();
  private readonly audiences = new Map<string, Cell<Audience>>();
  private readonly socket: ReconnectingSocket<DeskFrame, DeskReply>;
  private readonly listeners = new Set<Partial<DeskListener>>();
  private watched: string | null = null;
  private roomWatched = false;
  /** Some conversation that the server knows, to ask about when the line may be dead. */
  private heardOf: string | null = null;
  /** Words said over the socket that the server has not answered for. */
  private readonly answers = new Answers();
  private readonly sending: Sending;
  /** The client ids of replies that wait for the line. */
  readonly waiting: Cell<ReadonlySet<string>>;
  private welcomes = 0;
  private typingTimer: ReturnType<typeof setInterval> | undefined;

  /** `open` makes the connection; left out, it is a socket, or long polling where a network blocks them. */
  constructor(me: Me, open?: (url: string) => Channel) {
    this.me = new Cell(me);
    this.sending = new Sending(this.threads, new Outbox(window.localStorage, me.id), {
      sayOver: (id, words) => this.sayOver(id, words),
      stored: (id) => this.catchUp(id),
      meId: () => this.me.get().id,
    });
    this.waiting = this.sending.waiting;
    const line = new Fallback<DeskFrame, DeskReply>({
      courier,
      greeting: () => [],
      onPolling: (polling) => this.polling.set(polling),
    });
    this.socket = new ReconnectingSocket<DeskFrame, DeskReply>({
      url: deskUrl(),
      open: open ?? line.open,
      greeting: () => this.watchFrames(),
      isWelcome: (frame) => "op" in frame && frame.op === "welcome",
      probe: () => this.probe(),
      onFrame: (frame) => this.receive(frame),
      onLink: (link) => {
        this.link.set(link);
        if (link !== "open") this.answers.giveUpAll();
      },
      refusedBy: [WHO_ARE_YOU, NOT_HERE],
    });
  }

  start(): void {
    this.socket.start();
    this.typingTimer = setInterval(() => this.expire(), TYPING_CHECK);
  }

  stop(): void {
    this.socket.stop();
    clearInterval(this.typingTimer);
  }

  listen(listener: Partial<DeskListener>): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  retryNow(): void {
    this.socket.retryNow();
  }

  thread(id: string): Cell<Thread> {
    return this.threads.cell(id);
  }

  audience(id: string): Cell<Audience> {
    const known = this.audiences.get(id);
    if (known) return known;
    const cell = new Cell(NOBODY);
    this.audiences.set(id, cell);
    return cell;
  }

  /** Follow one conversation; returns how to stop. Resolves over REST as long as the line is down. */
  watch(id: string): () => void {
    this.watched = id;
    this.heardOf = id;
    this.refetch(id);
    return () => {
      this.socket.send({ op: "unwatch", conversation_id: id });
      this.audience(id).change(forgetPresence);
      if (this.watched === id) this.watched = null;
    };
  }

  /** Follow the risk of all live conversations of the assistant; returns how to stop. */
  watchControlRoom(): () => void {
    this.roomWatched = true;
    this.socket.send({ op: "watch_control_room" });
    return () => {
      this.roomWatched = false;
      this.socket.send({ op: "unwatch_control_room" });
    };
  }

  setPresence(state: "online" | "away"): boolean {
    if (!this.socket.send({ op: "presence", state })) return false;
    this.me.change((me) => ({ ...me, presence: state, presence_by_hand: true }));
    return true;
  }

  /** Whether the reader is away for idling only, and comes back with the next touch. */
  idles(): boolean {
    const { presence, presence_by_hand } = this.me.get();
    return presence === "away" && !presence_by_hand;
  }

  /** Nothing was touched for long, or something is again; what was set by hand stays. */
  setIdle(idle: boolean): boolean {
    if (!this.socket.send({ op: "presence", state: idle ? "idle" : "back" })) return false;
    if (idle ? this.me.get().presence === "online" : this.idles())
      this.me.change((me) => ({ ...me, presence: idle ? "away" : "online", presence_by_hand: false }));
    return true;
  }

  sayTyping(id: string, active: boolean): void {
    this.socket.send({ op: "typing", conversation_id: id, active });
  }

  /** Show a reply at once and store it, now or when the line is back; the same client id makes a repeat harmless. */
  reply(
    id: string,
    text: string,
    attachments: readonly Attachment[] = [],
    clientId: string = newId(),
  ): Promise<void> {
    return this.sending.send({ conversation_id: id, client_id: clientId, text, attachments });
  }

  discard(id: string, clientId: string): void {
    this.sending.discard(id, clientId);
  }

  /** Ask for what the log holds beyond this thread, by the line or else by REST; for its end when nothing is there. */
  refetch(id: string): void {
    if (this.threads.seq(id) === 0) void this.openAtEnd(id);
    else this.goOn(id);
  }

  loadOlder(id: string): Promise<boolean> {
    return this.threads.loadOlder(id);
  }

  loadBackTo(id: string, seq: number): Promise<boolean> {
    return this.threads.loadBackTo(id, seq);
  }

  private async openAtEnd(id: string): Promise<void> {
    const opened = await this.threads.openAtEnd(id);
    if (opened && this.watched === id) this.goOn(id);
  }

  private goOn(id: string): void {
    if (!this.askForMore(id)) void this.threads.fetchMissing(id);
  }

  private catchUp(id: string): void {
    if (isStale(this.thread(id).get())) this.refetch(id);
  }

  /** Says it over the socket; null when none stands or no answer comes, and then the same may be said by REST. */
  private async sayOver(id: string, words: Words): Promise<Answer | null> {
    const answer = this.answers.wait(words.client_id, ANSWER_WITHIN);
    const said = !this.polling.get() && this.socket.send({ op: "send", conversation_id: id, ...words });
    if (!said) this.answers.giveUp(words.client_id);
    return answer;
  }

  private watchFrames(): DeskFrame[] {
    const room: DeskFrame[] = this.roomWatched ? [{ op: "watch_control_room" }] : [];
    if (this.watched === null || this.threads.isOpening(this.watched)) return room;
    const { seq } = this.thread(this.watched).get();
    return [...room, { op: "watch", conversation_id: this.watched, last_seq: seq }];
  }

  /** The line has no ping of its own; any question that is answered will do. */
  private probe(): DeskFrame | null {
    const id = this.watched ?? this.heardOf;
    return id === null ? null : { op: "watch", conversation_id: id, last_seq: this.thread(id).get().seq };
  }

  private askForMore(id: string): boolean {
    const { seq } = this.thread(id).get();
    return this.socket.send({ op: "watch", conversation_id: id, last_seq: seq });
  }

  private receive(frame: DeskReply): void {
    if (!("op" in frame)) {
      this.hear(frame);
      return;
    }
    switch (frame.op) {
      case "welcome":
        this.me.set(frame.agent);
        this.welcomes += 1;
        for (const audience of this.audiences.values()) audience.change(forgetPresence);
        if (this.welcomes > 1) this.tell((listener) => listener.onReturn?.());
        void this.sending.flush();
        return;
      case "watching":
        this.fold(frame.conversation_id, frame.events);
        if (frame.conversation_id !== this.watched) {
          this.socket.send({ op: "unwatch", conversation_id: frame.conversation_id });
        } else if (frame.has_more) this.askForMore(frame.conversation_id);
        return;
      case "rows":
        for (const event of frame.events) this.hear(event);
        return;
      case "alerts":
        this.tell((listener) => listener.onAlerts?.());
        return;
      case "control_room":
        this.tell((listener) => listener.onControlRoom?.(frame.rows, frame.gone));
        return;
      case "ack":
        this.answers.take(frame);
        return;
      case "error":
        if (!this.answers.take(frame)) this.tell((listener) => listener.onRefusal?.(frame.error));
    }
  }

  private hear(frame: Exclude<DeskReply, { op: string }>): void {
    const id = frame.conversation_id;
    switch (frame.type) {
      case "conversation.updated":
        this.heardOf = id;
        this.tell((listener) => listener.onRow?.(frame.data));
        return;
      case "conversation.removed":
        this.forget(id);
        return;
      case "note.added":
        this.tell((listener) => listener.onNote?.(id, frame.data));
        return;
      case "note.removed":
        this.tell((listener) => listener.onControl?.(id));
        return;
      case "reply_draft.changed":
        this.tell((listener) => listener.onReplyDraft?.(id));
        return;
      case "decision.recorded":
        this.tell((listener) => listener.onDecision?.(id, frame.data));
        return;
      case "draft.added":
      case "draft.changed":
        this.tell((listener) => listener.onDraft?.(id, frame.data));
        return;
      case "survey.changed":
      case "tasks.changed":
      case "commitments.changed":
        this.tell((listener) => listener.onHanding?.(id));
        return;
      case "translations.changed":
        this.tell((listener) => listener.onTranslations?.(id));
        return;
      case "presence":
        this.audience(id).change((now) => applyPresence(now, frame.data, this.me.get().id));
        return;
      case "seen":
        this.audience(id).change((now) => applySeen(now, frame.data.seq));
        return;
      default:
        if (isLogged(frame)) this.fold(id, [frame]);
        else this.thread(id).change((now) => applyHint(now, frame, Date.now()));
    }
  }

  private forget(id: string): void {
    if (this.heardOf === id) this.heardOf = null;
    if (this.watched === id) this.watched = null;
    this.thread(id).set(threadOf(id));
    this.audience(id).set(NOBODY);
    this.tell((listener) => listener.onRemoved?.(id));
  }

  private fold(id: string, events: ThreadEvent[]): void {
    const thread = this.thread(id);
    const { control, seq } = thread.get();
    thread.change((now) => applyEvents(now, events));
    // What the customer puts right stands on the card from then on.
    const corrected = events.some(
      (event) => event.type === "message.added" && event.data.corrects && event.seq > seq,
    );
    if (corrected || thread.get().control.epoch !== control.epoch)
      this.tell((listener) => listener.onControl?.(id));
    this.catchUp(id);
  }

  private tell(what: (listener: Partial<DeskListener>) => void): void {
    for (const listener of this.listeners) what(listener);
  }

  private expire(): void {
    this.threads.expire(Date.now());
  }
}
