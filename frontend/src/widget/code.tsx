/** The one-time code that came by mail. */

import { useId, useState } from "preact/hooks";
import { say } from "./words/words";

const DIGITS = 6;

/** The digits in what was typed or pasted, such as "123 456". */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, "").slice(0, DIGITS);
}

interface CodeFieldProps {
  id: string;
  value: string;
  onValue: (digits: string) => void;
}

/** A field that takes the digits of a code, and offers the one that just came where the browser knows it. */
export function CodeField({ id, value, onValue }: CodeFieldProps) {
  return (
    <input
      id={id}
      class="code-input"
      dir="ltr"
      inputMode="numeric"
      autocomplete="one-time-code"
      placeholder="000000"
      value={value}
      onInput={(event) => {
        const digits = digitsOf(event.currentTarget.value);
        event.currentTarget.value = digits;
        onValue(digits);
      }}
    />
  );
}

export function CodeCard({ onSend }: { onSend: (code: string) => void }) {
  const [typed, setTyped] = useState("");
  const id = useId();
  const ready = typed.length === DIGITS;

  function submit(event: Event): void {
    event.preventDefault();
    if (!ready) return;
    onSend(typed);
  }

  return (
    <form class="card code" onSubmit={submit}>
      <label for={id}>
        <span>{say("codeLabel")}</span>
        <CodeField id={id} value={typed} onValue={setTyped} />
      </label>
      <button type="submit" class="card-send" disabled={!ready}>
        {say("codeSend")}
      </button>
    </form>
  );
}
