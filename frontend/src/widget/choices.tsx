/** What the assistant offers to pick, type or fill in; whatever is chosen goes as ordinary words. */

import type { Choice, Message } from "../shared/wire";
import { Calendar } from "./calendar";
import { CodeCard } from "./code";
import { Fields } from "./fields";
import { say } from "./words/words";

interface ChoicesProps {
  message: Message;
  onPick: (says: string) => void;
}

function Buttons({
  choices,
  confirm,
  onPick,
}: {
  choices: Choice[];
  confirm: boolean;
  onPick: (says: string) => void;
}) {
  if (choices.length === 0) return null;
  return (
    <ul class={`choices${confirm ? " choices--confirm" : ""}`} aria-label={say("suggestions")}>
      {choices.map((choice) => (
        <li key={choice.says}>
          <button type="button" class="choice" onClick={() => onPick(choice.says)}>
            <span dir="auto">{choice.label}</span>
            {choice.detail && <small dir="auto">{choice.detail}</small>}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The card under the newest message. */
export function Choices({ message, onPick }: ChoicesProps) {
  const choices = message.choices ?? [];
  switch (message.form ?? "") {
    case "calendar":
      return <Calendar choices={choices} onPick={onPick} />;
    case "fields":
      return <Fields fields={choices} onSend={onPick} />;
    case "code":
      return (
        <>
          <CodeCard onSend={onPick} />
          <Buttons choices={choices} confirm={false} onPick={onPick} />
        </>
      );
    default:
      return <Buttons choices={choices} confirm={message.form === "confirm"} onPick={onPick} />;
  }
}
