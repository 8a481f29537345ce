/** Earlier conversations of a customer whom the company has named, to read again. */

import { useEffect, useState } from "preact/hooks";
import { applyEvent, EMPTY, type Thread } from "../shared/thread";
import { day } from "../shared/time";
import { type Earlier, earlierConversations, earlierLog } from "./courier";
import { Message } from "./message";
import { Control, Day, Handover, StatusLine } from "./passing";
import { type Row, rowsOf } from "./rows";
import { say, spokenLocale } from "./words/words";

/** Undefined while it is on its way, null when it cannot be had now. */
type Got<Found> = Found | null | undefined;

function useFound<Found>(find: (signal: AbortSignal) => Promise<Found | null>, key: string): Got<Found> {
  const [found, setFound] = useState<Got<Found>>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is looked for.
  useEffect(() => {
    const over = new AbortController();
    setFound(undefined);
    void find(over.signal).then((got) => !over.signal.aborted && setFound(got));
    return () => over.abort();
  }, [key]);
  return found;
}

function Waiting({ got }: { got: unknown }) {
  return got === null ? <p role="alert">{say("notNow")}</p> : <span class="spinner" aria-hidden="true" />;
}

function RowView({ row }: { row: Row }) {
  switch (row.kind) {
    case "day":
      return <Day at={row.at} />;
    case "message":
      return <Message message={row.message} first={row.first} last={row.last} onAsk={null} />;
    case "handover":
      return (
        <Handover
          change={row.change}
          waiting={false}
          taker={row.taker}
          queue={null}
          corrected={row.corrected}
          onCorrect={null}
        />
      );
    case "control":
      return <Control change={row.change} />;
    case "status":
      return <StatusLine change={row.change} />;
    default:
      return null;
  }
}

function Log({ id, onBack }: { id: string; onBack: () => void }) {
  const events = useFound((signal) => earlierLog(id, signal), id);
  const thread = (events ?? []).reduce<Thread>(applyEvent, EMPTY);
  return (
    <>
      <button type="button" class="link" onClick={onBack}>
        {say("earlier")}
      </button>
      {events ? rowsOf(thread).map((row) => <RowView key={row.key} row={row} />) : <Waiting got={events} />}
    </>
  );
}

function List({ onOpen }: { onOpen: (one: Earlier) => void }) {
  const found = useFound(earlierConversations, "list");
  if (!found) return <Waiting got={found} />;
  if (found.length === 0) return <p>{say("noneEarlier")}</p>;
  return (
    <ul class="earlier">
      {found.map((one) => (
        <li key={one.id}>
          <button type="button" class="quick-reply" onClick={() => onOpen(one)}>
            <span dir="auto">{one.subject || one.last_text}</span>
            <small>{day(one.last_at ?? one.created_at, Date.now(), spokenLocale())}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function History({ onClose }: { onClose: () => void }) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section class="log history" aria-label={say("earlier")} tabIndex={0}>
      <button type="button" class="pill look-back" onClick={onClose}>
        {say("backToChat")}
      </button>
      {open === null ? (
        <List onOpen={(one) => setOpen(one.id)} />
      ) : (
        <Log id={open} onBack={() => setOpen(null)} />
      )}
    </section>
  );
}
