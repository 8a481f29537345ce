/** Several things asked at once; they leave as one message of plain lines, as somebody would write them. */

import { useId, useState } from "preact/hooks";
import type { Choice } from "../shared/wire";
import { say } from "./words/words";

interface Kind {
  inputMode: "email" | "tel" | "text" | "decimal";
  autocomplete: string;
}

const TEXT: Kind = { inputMode: "text", autocomplete: "off" };
const KINDS: Record<string, Kind> = {
  email: { inputMode: "email", autocomplete: "email" },
  phone: { inputMode: "tel", autocomplete: "tel" },
  name: { inputMode: "text", autocomplete: "name" },
  number: { inputMode: "decimal", autocomplete: "off" },
};

/** What was filled in, one line each; empty fields are left out. */
export function linesOf(fields: readonly Choice[], values: readonly string[]): string {
  return fields
    .map((field, index) => [field.label, (values[index] ?? "").trim()] as const)
    .filter(([, value]) => value !== "")
    .map(([label, value]) => `${label}: ${value}`)
    .join("\n");
}

export function Fields({ fields, onSend }: { fields: readonly Choice[]; onSend: (text: string) => void }) {
  const [values, setValues] = useState(() => fields.map(() => ""));
  const id = useId();
  const text = linesOf(fields, values);

  function submit(event: Event): void {
    event.preventDefault();
    if (!text) return;
    onSend(text);
  }

  return (
    <form class="card fields" onSubmit={submit}>
      {fields.map((field, index) => {
        const kind = KINDS[field.detail] ?? TEXT;
        return (
          <label key={field.label} for={`${id}-${index}`}>
            <span>{field.label}</span>
            <input
              id={`${id}-${index}`}
              inputMode={kind.inputMode}
              autocomplete={kind.autocomplete}
              dir={kind === TEXT || field.detail === "name" ? "auto" : "ltr"}
              value={values[index]}
              onInput={({ currentTarget }) =>
                setValues(values.map((value, place) => (place === index ? currentTarget.value : value)))
              }
            />
          </label>
        );
      })}
      <button type="submit" class="card-send" disabled={!text}>
        {say("send")}
      </button>
    </form>
  );
}
