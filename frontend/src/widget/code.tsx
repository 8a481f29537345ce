/** The one-time code that came by mail. */

import { useState } from "preact/hooks";
import { say } from "./words/words";

const DIGITS = 6;

/** The digits in what was typed or pasted, such as "123 456". */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, "").slice(0, DIGITS);
}

export function CodeCard({ onSend }: { onSend: (code: string) => void }) {
  const [typed, setTyped] = useState("");
  const ready = typed.length === DIGITS;

  function submit(event: Event): void {
    event.preventDefault();
    if (!ready) return;
    onSend(typed);
  }

  return (
    <form class="card code" onSubmit={submit}>
      <label>
        <span>{say("codeLabel")}</span>
        <input
          class="code-input"
          dir="ltr"
          inputMode="numeric"
          autocomplete="one-time-code"
          placeholder="000000"
          value={typed}
          onInput={(event) => {
            const digits = digitsOf(event.currentTarget.value);
            event.currentTarget.value = digits;
            setTyped(digits);
          }}
        />
      </label>
      <button type="submit" class="card-send" disabled={!ready}>
        {say("codeSend")}
      </button>
    </form>
  );
}
