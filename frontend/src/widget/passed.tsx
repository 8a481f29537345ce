/** What is passed on to a person, line by line, each of which the customer may put right. */

import { useEffect, useId, useRef, useState } from "preact/hooks";
import { CheckMark } from "./marks";
import { say } from "./words/words";

export interface Passed {
  lines: readonly string[];
  /** What the customer said instead, by the line's number. */
  corrected: ReadonlyMap<number, string>;
  /** Null when it is too late to put anything right. */
  onCorrect: ((line: number, text: string) => void) | null;
}

/** A line's name and its value; without a name nothing in it can be put right. */
export function partsOf(line: string): [string, string] | null {
  const at = line.indexOf(": ");
  return at < 0 ? null : [line.slice(0, at).trim(), line.slice(at + 2)];
}

interface EditorProps {
  name: string;
  value: string;
  onSave: (text: string) => void;
  onLeave: () => void;
}

function Editor({ name, value, onSave, onLeave }: EditorProps) {
  const id = useId();
  const [text, setText] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const changed = text.trim() !== "" && text.trim() !== value;

  useEffect(() => field.current?.select(), []);

  return (
    <form
      class="correcting"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) onSave(text.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <label for={id}>{name}</label>
      <input
        id={id}
        ref={field}
        dir="auto"
        value={text}
        maxLength={300}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button type="submit" class="link" disabled={!changed}>
        {say("send")}
      </button>
      <button type="button" class="link" onClick={onLeave}>
        {say("leaveIt")}
      </button>
    </form>
  );
}

function Line({ line, correct }: { line: string; correct: ((text: string) => void) | null }) {
  const [editing, setEditing] = useState(false);
  const parts = partsOf(line);
  if (editing && parts && correct) {
    return (
      <li>
        <Editor
          name={parts[0]}
          value={parts[1]}
          onLeave={() => setEditing(false)}
          onSave={(text) => {
            setEditing(false);
            correct(text);
          }}
        />
      </li>
    );
  }
  return (
    <li>
      <CheckMark />
      <span dir="auto">{line}</span>
      {parts && correct && (
        <button
          type="button"
          class="link"
          aria-label={`${say("correctThis")}: ${line}`}
          onClick={() => setEditing(true)}
        >
          {say("correctThis")}
        </button>
      )}
    </li>
  );
}

export function PassedOn({ lines, corrected, onCorrect }: Passed) {
  return (
    <div class="passed-on">
      <p>{say("whatIPassOn")}</p>
      <ul>
        {lines.map((line, index) => (
          <Line
            key={line}
            line={corrected.get(index) ?? line}
            correct={onCorrect && ((text) => onCorrect(index, text))}
          />
        ))}
      </ul>
    </div>
  );
}
