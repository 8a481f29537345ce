/** Where the customer writes: Enter sends, Shift and Enter makes a line. */

import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import type { Thread } from "../shared/thread";
import type { Conversation } from "./conversation";
import { SendMark } from "./marks";
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

export function Composer({ talk, thread, field, text, onText }: ComposerProps) {
  const ready = text.trim().length > 0;

  useHeight(field, text);

  function submit(event: Event): void {
    event.preventDefault();
    if (ready) talk.send(text.trim());
    onText("");
    field.current?.focus();
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
      <textarea
        ref={field}
        rows={1}
        value={text}
        placeholder={placeholderFor(thread)}
        aria-label={say("yourMessage")}
        enterkeyhint="send"
        onInput={(event) => written(event.currentTarget.value)}
        onKeyDown={keyDown}
      />
      <button type="submit" class="send" aria-label={say("send")} disabled={!ready}>
        <SendMark />
      </button>
    </form>
  );
}
