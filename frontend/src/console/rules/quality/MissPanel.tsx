/** A person was needed: at which message, and why. The arrows choose the message, a letter the reason. */

import { Trans } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import type { Message } from "../../../shared/wire";
import classes from "./Review.module.css";
import { Line } from "./ReviewThread";
import { KEYS, ofCustomer } from "./reviewing";
import { useReviewKeys } from "./useReviewKeys";

interface MissPanelProps {
  messages: Message[];
  onSay: (trigger: string, atSeq: number) => void;
  onCancel: () => void;
}

export function MissPanel({ messages, onSay, onCancel }: MissPanelProps) {
  const theirs = ofCustomer(messages);
  const [at, setAt] = useState(theirs.length - 1);
  const meant = theirs[at];
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const marked = box.current?.querySelector<HTMLElement>("[data-chosen]");
    if (marked) box.current?.scrollTo({ top: marked.offsetTop - marked.clientHeight - 40 });
  });
  const say = (trigger: string) => meant && onSay(trigger, meant.seq);
  useReviewKeys({
    arrowup: () => setAt(Math.max(0, at - 1)),
    arrowdown: () => setAt(Math.min(theirs.length - 1, at + 1)),
    escape: onCancel,
    ...Object.fromEntries(KEYS.map(([key, name]) => [key, () => say(name)])),
  });
  return (
    <div className={classes.miss}>
      <div ref={box} className={classes.thread}>
        {messages.map((message) =>
          message.author.kind === "customer" ? (
            <button
              key={message.id}
              type="button"
              className={classes.pick}
              aria-pressed={message === meant}
              onClick={() => setAt(theirs.indexOf(message))}
            >
              <Line message={message} chosen={message === meant} />
            </button>
          ) : (
            <Line key={message.id} message={message} />
          ),
        )}
      </div>
      <fieldset className={classes.reasons}>
        <legend>
          <Trans>
            Why was a person needed at the marked message? Press another one to mark it instead <kbd>↑</kbd>{" "}
            <kbd>↓</kbd>
          </Trans>
        </legend>
        {KEYS.map(([key, name, label]) => (
          <button key={name} type="button" onClick={() => say(name)} aria-keyshortcuts={key}>
            <kbd>{key}</kbd> {label}
          </button>
        ))}
        <button type="button" className={classes.cancel} onClick={onCancel} aria-keyshortcuts="Escape">
          <Trans>
            <kbd>Esc</kbd> Back
          </Trans>
        </button>
      </fieldset>
    </div>
  );
}
