/** The whole panel: head, who is here, the thread and the composer. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { Link } from "../shared/socket";
import type { Pending, Thread } from "../shared/thread";
import type { ApiError, Company, ThreadEvent } from "../shared/wire";
import { Composer } from "./composer";
import type { Conversation, View } from "./conversation";
import { Head, Strip } from "./head";
import { Log } from "./log";
import { CrossMark, SparkMark } from "./marks";
import { say } from "./words/words";

/** A blink of a reconnection is not worth a word. */
const SAY_LOST_AFTER = 1_500;

function useView(talk: Conversation): View {
  const [view, setView] = useState(talk.view);
  useEffect(() => {
    setView(talk.view);
    return talk.subscribe(() => setView(talk.view));
  }, [talk]);
  return view;
}

function useLost(link: Link): boolean {
  const [lost, setLost] = useState(false);
  const open = link === "open";
  useEffect(() => {
    if (open) {
      setLost(false);
      return;
    }
    const timer = setTimeout(() => setLost(true), SAY_LOST_AFTER);
    return () => clearTimeout(timer);
  }, [open]);
  return lost;
}

function Banner({ link, onRetry }: { link: Link; onRetry: () => void }) {
  if (link === "refused") {
    return (
      <p class="banner banner--bad" role="alert">
        {say("refused")}
      </p>
    );
  }
  return (
    <div class="banner" role="status">
      <span class="spinner" aria-hidden="true" />
      <span>
        {say(link === "offline" ? "offline" : "reconnecting")} {say("kept")}
      </span>
      <button type="button" class="link" onClick={onRetry}>
        {say("tryNow")}
      </button>
    </div>
  );
}

function Fault({ fault, onDismiss }: { fault: ApiError; onDismiss: () => void }) {
  return (
    <div class="banner banner--bad" role="alert">
      <span>
        {fault.message} <small>{fault.request_id}</small>
      </span>
      <button type="button" class="icon-button" aria-label={say("dismiss")} onClick={onDismiss}>
        <CrossMark />
      </button>
    </div>
  );
}

/** A short first sentence makes the heading, the rest stands beneath it. */
function greetingParts(greeting: string): [string, string] {
  const [first = greeting] = greeting.match(/^[^.!?]{1,48}[.!?]+/) ?? [];
  return [first, greeting.slice(first.length).trim()];
}

function Greeting({ company }: { company: Company }) {
  const [heading, rest] = greetingParts(company.greeting);
  return (
    <div class="greeting">
      <h2>{heading}</h2>
      {rest && <p>{rest}</p>}
      <p class="ai-notice">
        <SparkMark size={14} />
        <span>{company.ai_notice}</span>
      </p>
    </div>
  );
}

/** The shape of what is on its way, for a visitor who was here before. */
function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      <span class="skeleton-own" />
      <span />
      <span />
    </div>
  );
}

function QuickReplies({ replies, onPick }: { replies: string[]; onPick: (text: string) => void }) {
  return (
    <ul class="quick-replies" aria-label={say("suggestions")}>
      {replies.map((reply) => (
        <li key={reply}>
          <button type="button" class="quick-reply" onClick={() => onPick(reply)}>
            {reply}
          </button>
        </li>
      ))}
    </ul>
  );
}

function placeholderFor(thread: Thread): string {
  if (thread.status === "resolved") return say("writeAgain");
  switch (thread.control.holder) {
    case "assistant":
      return say("askQuestion");
    case "queue":
      return say("addAnything");
    case "agent":
      return say("writeTo", { name: thread.control.agent?.name ?? "" });
  }
}

function spoken(event: ThreadEvent | undefined): string {
  if (event === undefined) return "";
  if (event.type !== "message.added") return event.data.text;
  const { author, text, ai } = event.data;
  if (author.kind === "customer") return "";
  return ai ? say("saysAsAi", { name: say("assistant"), text }) : say("says", { name: author.name, text });
}

interface PanelProps {
  talk: Conversation;
  onClose: (() => void) | null;
}

export function Panel({ talk, onClose }: PanelProps) {
  const view = useView(talk);
  const { company, thread, link, shown } = view;
  const lost = useLost(link);
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState("");
  const empty = thread.events.length === 0 && thread.pending.length === 0;

  function takeBack(pending: Pending): void {
    talk.drop(pending.client_id);
    setDraft(pending.text);
    field.current?.focus();
  }

  useEffect(() => {
    if (shown && matchMedia("(pointer: fine)").matches) field.current?.focus();
  }, [shown]);

  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => event.key === "Escape" && onClose?.();
    document.addEventListener("keydown", closeOnEscape);
    return () => document.removeEventListener("keydown", closeOnEscape);
  }, [onClose]);

  return (
    <main class="panel" aria-label={say("chatWith", { company: company.name })}>
      <Head company={company} onClose={onClose} />
      <Strip thread={thread} asked={talk.personAsked()} onAsk={() => talk.askPerson()} />
      {(lost || link === "refused") && <Banner link={link} onRetry={() => talk.reconnect()} />}
      {view.fault && <Fault fault={view.fault} onDismiss={() => talk.dismissFault()} />}
      <Log view={view} talk={talk} onEdit={takeBack}>
        <Greeting company={company} />
        {empty && view.returning && !view.caughtUp && <Skeleton />}
        {empty && (view.caughtUp || !view.returning) && (
          <QuickReplies replies={company.quick_replies} onPick={(text) => talk.send(text)} />
        )}
      </Log>
      <div class="visually-hidden" aria-live="polite">
        {view.caughtUp && shown ? spoken(thread.events.at(-1)) : ""}
      </div>
      <Composer
        field={field}
        text={draft}
        onText={setDraft}
        placeholder={placeholderFor(thread)}
        onSend={(text) => talk.send(text)}
        onTyping={(active) => talk.typed(active)}
      />
    </main>
  );
}
