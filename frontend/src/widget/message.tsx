/** One bubble: the customer's own, the assistant's with its sources, or a person's. */

import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Pending, paragraphsOf } from "../shared/thread";
import { clock, moment } from "../shared/time";
import type { Author, Message as MessageData, Source } from "../shared/wire";
import { Attachments } from "./attachments";
import { Choices } from "./choices";
import { AiLabel, PersonButton } from "./head";
import { Html } from "./html";
import { ChevronMark, PageMark, SparkMark } from "./marks";
import { nameOf } from "./names";
import { initials } from "./rows";
import { say, spokenLocale } from "./words/words";

function Face({ author, ai }: { author: Author; ai: boolean }) {
  if (ai || author.kind === "assistant") {
    return (
      <span class="face face--assistant" aria-hidden="true">
        <SparkMark size={14} />
      </span>
    );
  }
  return (
    <span class="face face--agent" aria-hidden="true">
      {initials(author.name)}
    </span>
  );
}

function Passage({ source }: { source: Source }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const passage = useRef<HTMLQuoteElement>(null);

  useLayoutEffect(() => {
    if (open) passage.current?.scrollIntoView({ block: "nearest" });
  }, [open]);

  return (
    <li class="source">
      <button
        type="button"
        class="chip"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <PageMark />
        <span class="chip-title" dir="auto">
          {source.title}
        </span>
        <ChevronMark />
      </button>
      <blockquote ref={passage} id={id} class="passage" dir="auto" hidden={!open}>
        {source.passage}
      </blockquote>
    </li>
  );
}

function Words({ message }: { message: MessageData }) {
  if (message.html) return <Html html={message.html} />;
  return (
    <div class="words words--plain" dir="auto">
      {paragraphsOf(message.text).map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a draft only grow at the end
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}

interface MessageProps {
  message: MessageData;
  first: boolean;
  last: boolean;
  /** The way to a person under this message; null when there is no need for it. */
  onAsk: (() => void) | null;
  /** Says what was picked; null when this message's choices are past. */
  onPick?: ((says: string) => void) | null;
}

export function Message({ message, first, last, onAsk, onPick = null }: MessageProps) {
  const own = message.author.kind === "customer";
  const ai = message.ai || message.author.kind === "assistant";
  const side = own ? "own" : ai ? "assistant" : "agent";
  const place = `${first ? " message--first" : ""}${last ? " message--last" : ""}${message.seq === 0 ? " message--draft" : ""}`;
  return (
    <div class={`message message--${side}${place}`} data-written-by={ai ? "ai" : own ? undefined : "person"}>
      {!own && (first || ai) && (
        <p class="author">
          {first && <Face author={message.author} ai={ai} />}
          <bdi class="author-name">{nameOf(message.author, ai)}</bdi>
          {ai && <AiLabel />}
        </p>
      )}
      {own && <span class="visually-hidden">{say("youWrote")} </span>}
      {message.text && (
        <div class="bubble">
          <Words message={message} />
        </div>
      )}
      <Attachments items={message.attachments} />
      {message.sources.length > 0 && (
        <ul class="sources" aria-label={say("sources")}>
          {message.sources.map((source) => (
            <Passage key={source.article_id + source.passage} source={source} />
          ))}
        </ul>
      )}
      {onPick && <Choices key={message.id} message={message} onPick={onPick} />}
      {onAsk && <PersonButton onAsk={onAsk} inviting />}
      {last && (
        <time class="time" dateTime={message.created_at} title={moment(message.created_at, spokenLocale())}>
          {clock(message.created_at, spokenLocale())}
        </time>
      )}
    </div>
  );
}

interface WaitingProps {
  pending: Pending;
  connected: boolean;
  onRetry: () => void;
  onEdit: () => void;
}

/** The customer's own words before the log has them. */
export function Waiting({ pending, connected, onRetry, onEdit }: WaitingProps) {
  const failed = pending.error !== null;
  return (
    <div
      class={`message message--own message--first message--last message--${failed ? "failed" : "pending"}`}
    >
      <span class="visually-hidden">{say("youWrote")} </span>
      {pending.text && (
        <div class="bubble">
          <p class="words words--plain" dir="auto">
            {pending.text}
          </p>
        </div>
      )}
      <Attachments items={pending.attachments} />
      {failed ? (
        <p class="failed" role="alert">
          <span>{say("notSent", { reason: pending.error?.message ?? "" })}</span>
          {pending.error?.type !== "invalid_request_error" && (
            <button type="button" class="link" onClick={onRetry}>
              {say("tryAgain")}
            </button>
          )}
          {pending.kind === "send" && (
            <button type="button" class="link" onClick={onEdit}>
              {say("edit")}
            </button>
          )}
        </p>
      ) : (
        <p class="time time--pending">{say(connected ? "sending" : "sentLater")}</p>
      )}
    </div>
  );
}
