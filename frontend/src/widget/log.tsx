/** The thread: rows in order, the typing line, and a view that follows the newest unless the reader looks back. */

import type { ComponentChildren } from "preact";
import { messageOf, type Pending } from "../shared/thread";
import type { Author } from "../shared/wire";
import { Greeted } from "./before";
import type { Conversation, View } from "./conversation";
import { useFollowing } from "./following";
import { DownMark } from "./marks";
import { Message, Waiting } from "./message";
import { nameOf } from "./names";
import { Control, Day, Handover, StatusLine } from "./passing";
import { type Row, rowsOf } from "./rows";
import { say } from "./words/words";

function Typing({ author }: { author: Author }) {
  const side = author.kind === "assistant" ? "assistant" : "agent";
  return (
    <div class={`typing typing--${side}`}>
      <span class="visually-hidden">{say("typing", { name: nameOf(author, false) })}</span>
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
    </div>
  );
}

interface RowProps {
  row: Row;
  view: View;
  talk: Conversation;
  onEdit: (pending: Pending) => void;
}

function RowView({ row, view, talk, onEdit }: RowProps) {
  switch (row.kind) {
    case "day":
      return <Day at={row.at} />;
    case "message": {
      const offered = row.newest && row.message.offers_person && !talk.personAsked();
      return (
        <Message
          message={row.message}
          first={row.first}
          last={row.last}
          onAsk={offered ? () => talk.askPerson() : null}
          onPick={row.newest && talk.mayPick(row.message) ? (says) => talk.pick(row.message, says) : null}
        />
      );
    }
    case "greeting":
      return <Greeted company={view.company} says={row.says} />;
    case "draft":
      return <Message message={messageOf(row.draft)} first={row.first} last={false} onAsk={null} />;
    case "pending":
      return (
        <Waiting
          pending={row.pending}
          connected={view.link === "open"}
          onRetry={() => talk.retry(row.pending.client_id)}
          onEdit={() => onEdit(row.pending)}
        />
      );
    case "handover":
      return (
        <Handover
          change={row.change}
          waiting={row.waiting}
          taker={row.taker}
          queue={view.thread.queue}
          corrected={row.corrected}
          onCorrect={
            view.thread.status === "resolved"
              ? null
              : (line, text) => talk.correct(row.change.seq, line, text)
          }
        />
      );
    case "control":
      return <Control change={row.change} />;
    case "status":
      return <StatusLine change={row.change} />;
  }
}

interface LogProps {
  view: View;
  talk: Conversation;
  onEdit: (pending: Pending) => void;
  /** Sends the conversation by mail, which is offered at its end; null where no mail leaves. */
  onTranscript: (() => void) | null;
  children: ComponentChildren;
}

export function Log({ view, talk, onEdit, onTranscript, children }: LogProps) {
  const { thread } = view;
  const rows = rowsOf(thread, view.greeting);
  const { place, below, toFoot, scrolled } = useFollowing(
    rows.length,
    thread.typing.length + (thread.draft?.next ?? 0),
    thread.pending.length,
  );
  return (
    <div class="log-frame">
      <div
        class="log"
        role="log"
        aria-live="off"
        aria-label={say("messages")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        tabIndex={0}
        ref={place}
        onScroll={scrolled}
      >
        {children}
        {rows.map((row) => (
          <RowView key={row.key} row={row} view={view} talk={talk} onEdit={onEdit} />
        ))}
        {thread.status === "resolved" && onTranscript && (
          <button type="button" class="pill transcript-offer" onClick={onTranscript}>
            {say("transcriptMail")}
          </button>
        )}
        {thread.typing.map((one) => (
          <Typing key={one.author.kind + one.author.id} author={one.author} />
        ))}
      </div>
      {below && (
        <button type="button" class="below" onClick={toFoot}>
          <DownMark />
          {say("newMessages")}
        </button>
      )}
    </div>
  );
}
