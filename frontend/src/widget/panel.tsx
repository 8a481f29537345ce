/** The whole panel: head, who is here, the thread and the composer. */

import { useEffect, useRef, useState } from "preact/hooks";
import { carriesFiles, filesOf } from "../shared/files";
import type { Pending } from "../shared/thread";
import { Tray } from "../shared/tray";
import type { ThreadEvent } from "../shared/wire";
import { BeforeTheChat } from "./before";
import { Composer } from "./composer";
import type { Conversation, View } from "./conversation";
import { uploadAsVisitor } from "./courier";
import { placeOfForm } from "./due";
import { Head, Strip } from "./head";
import { History } from "./history";
import { Log } from "./log";
import type { MenuItem } from "./menu";
import { nameOf } from "./names";
import { Notices } from "./notices";
import { Opening } from "./opening";
import { Survey } from "./survey";
import { Transcript } from "./transcript";
import { Waiting } from "./waiting";
import { say } from "./words/words";

function useView(talk: Conversation): View {
  const [view, setView] = useState(talk.view);
  useEffect(() => {
    setView(talk.view);
    return talk.subscribe(() => setView(talk.view));
  }, [talk]);
  return view;
}

function spoken(event: ThreadEvent | undefined): string {
  if (event === undefined) return "";
  if (event.type !== "message.added") return event.data.text;
  const { author, ai, attachments } = event.data;
  const text = [event.data.text, ...attachments.map((file) => file.name)].filter(Boolean).join(" ");
  if (author.kind === "customer") return "";
  return say(ai ? "saysAsAi" : "says", { name: nameOf(author, ai), text });
}

/** Speaks finished messages only: the log itself is silent, or it would read out every dot of typing. */
function Spoken({ view }: { view: View }) {
  return (
    <div class="visually-hidden" aria-live="polite">
      {view.caughtUp && view.shown ? spoken(view.thread.events.at(-1)) : ""}
    </div>
  );
}

function useEscape(onEscape: (() => void) | null): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => event.key === "Escape" && onEscape?.();
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [onEscape]);
}

/** Files may be dropped anywhere on the panel; says whether some are held over it. */
function useDropping(onFiles: (files: File[]) => void) {
  const [over, setOver] = useState(false);
  return {
    over,
    onDragOver: (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      onFiles(filesOf(event.dataTransfer));
    },
  };
}

interface PanelProps {
  talk: Conversation;
  onClose: (() => void) | null;
  /** Whether letters leave this Baton. */
  mails: boolean;
}

export function Panel({ talk, onClose, mails }: PanelProps) {
  const view = useView(talk);
  const { company, thread, shown } = view;
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState("");
  const [looking, setLooking] = useState(false);
  const [transcribing, setTranscribing] = useState(false);
  const [tray] = useState(
    () => new Tray((file, watch) => talk.known().then(() => uploadAsVisitor(file, watch))),
  );
  const { over, ...dropping } = useDropping((files) => {
    tray.add(files);
    field.current?.focus();
  });
  const writes = placeOfForm(view) !== "instead";
  const { begin } = view;
  useEffect(() => {
    if (begin) setDraft((written) => (written.trim() ? written : begin.text));
  }, [begin]);
  useEscape(onClose);

  useEffect(() => {
    if (shown && writes && matchMedia("(pointer: fine)").matches) field.current?.focus();
  }, [shown, writes]);

  function takeBack(pending: Pending): void {
    talk.drop(pending.client_id);
    setDraft(pending.text);
    tray.restore(pending.attachments);
    field.current?.focus();
  }

  const begun = thread.events.length > 0;
  const items: MenuItem[] = [
    ...(begun && mails ? [{ label: say("transcriptMail"), act: () => setTranscribing(true) }] : []),
    ...(begun ? [{ label: say("print"), act: () => window.print() }] : []),
  ];

  return (
    <main class="panel" aria-label={say("chatWith", { company: company.name })} {...dropping}>
      <Head company={company} items={items} onClose={onClose} />
      <Strip company={company} thread={thread} asked={talk.personAsked()} onAsk={() => talk.askPerson()} />
      <Notices view={view} talk={talk} />
      {looking && view.identified ? (
        <div class="log-frame">
          <History onClose={() => setLooking(false)} />
        </div>
      ) : (
        <Log
          view={view}
          talk={talk}
          onEdit={takeBack}
          onTranscript={mails ? () => setTranscribing(true) : null}
        >
          <Opening view={view} talk={talk} onLook={() => setLooking(true)} />
        </Log>
      )}
      <Spoken view={view} />
      <Waiting talk={talk} thread={thread} />
      <Survey view={view} />
      {transcribing && begun && (
        <Transcript
          onClose={() => {
            setTranscribing(false);
            field.current?.focus();
          }}
        />
      )}
      <BeforeTheChat view={view} talk={talk} />
      {writes && (
        <Composer talk={talk} thread={thread} field={field} tray={tray} text={draft} onText={setDraft} />
      )}
      {over && (
        <p class="drop-here" aria-hidden="true">
          {say("dropHere")}
        </p>
      )}
    </main>
  );
}
