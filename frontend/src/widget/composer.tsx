/** Where the customer writes: Enter sends, Shift and Enter makes a line. */

import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { SendMark } from "./marks";
import { say } from "./words/words";

const TALLEST = 132;

interface ComposerProps {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onText: (text: string) => void;
  placeholder: string;
  onSend: (text: string) => void;
  onTyping: (active: boolean) => void;
}

export function Composer({ field, text, onText, placeholder, onSend, onTyping }: ComposerProps) {
  const ready = text.trim().length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = "auto";
    area.style.height = `${Math.min(area.scrollHeight, TALLEST)}px`;
  }, [text]);

  function submit(event: Event): void {
    event.preventDefault();
    if (ready) onSend(text.trim());
    onText("");
    field.current?.focus();
  }

  function keyDown(event: KeyboardEvent): void {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
  }

  function written(value: string): void {
    onText(value);
    onTyping(value.trim().length > 0);
  }

  return (
    <form class="composer" onSubmit={submit}>
      <textarea
        ref={field}
        rows={1}
        value={text}
        placeholder={placeholder}
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
