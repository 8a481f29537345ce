/** Where the customer writes: Enter sends, Shift and Enter makes a line. */

import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { ACCEPTED, filesOf } from "../shared/files";
import type { Thread } from "../shared/thread";
import { isReady, type Tray } from "../shared/tray";
import type { Conversation } from "./conversation";
import { ClipMark, SendMark } from "./marks";
import { TrayView, useTray } from "./tray";
import { say } from "./words/words";

const TALLEST = 132;

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

interface ComposerProps {
  talk: Conversation;
  thread: Thread;
  field: RefObject<HTMLTextAreaElement | null>;
  tray: Tray;
  text: string;
  onText: (text: string) => void;
}

/** As tall as what is written, up to a limit. */
function useHeight(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight, TALLEST)}px`;
  }, [text]);
}

/** The paper-clip: the browser's own way to choose files, behind a button of ours. */
function Clip({ onFiles }: { onFiles: (files: File[]) => void }) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="icon-button clip"
        aria-label={say("attach")}
        title={say("attach")}
        onClick={() => chooser.current?.click()}
      >
        <ClipMark />
      </button>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept={ACCEPTED.join()}
        onChange={({ currentTarget }) => {
          onFiles(Array.from(currentTarget.files ?? []));
          currentTarget.value = "";
        }}
      />
    </>
  );
}

export function Composer({ talk, thread, field, tray, text, onText }: ComposerProps) {
  const contents = useTray(tray);
  const ready = isReady(contents) && (text.trim().length > 0 || contents.items.length > 0);

  useHeight(field, text);

  function submit(event: Event): void {
    event.preventDefault();
    if (ready) {
      talk.send(text.trim(), tray.take());
      onText("");
    }
    field.current?.focus();
  }

  function choose(files: File[]): void {
    tray.add(files);
    field.current?.focus();
  }

  function pasted(event: ClipboardEvent): void {
    const files = filesOf(event.clipboardData);
    if (files.length === 0) return;
    event.preventDefault();
    choose(files);
  }

  function keyDown(event: KeyboardEvent): void {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
  }

  function written(value: string): void {
    onText(value);
    talk.typed(value.trim().length > 0);
  }

  return (
    <form class="composer" onSubmit={submit}>
      <TrayView tray={tray} contents={contents} />
      <Clip onFiles={choose} />
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        value={text}
        placeholder={placeholderFor(thread)}
        aria-label={say("yourMessage")}
        enterkeyhint="send"
        onInput={(event) => written(event.currentTarget.value)}
        onKeyDown={keyDown}
        onPaste={pasted}
      />
      <button type="submit" class="send" aria-label={say("send")} disabled={!ready}>
        <SendMark />
      </button>
    </form>
  );
}
