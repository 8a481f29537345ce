/** What was said, with the messages that answers quote marked; while a quote is wanted each message is a button. */

import { t } from "@lingui/core/macro";
import type { UseQueryResult } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Message } from "../../../shared/wire";
import { Line } from "../../rules/quality/ReviewThread";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import classes from "./Assess.module.css";

interface AssessThreadProps {
  query: UseQueryResult<Message[]>;
  quoted: ReadonlySet<number>;
  /** What a press on a message does; null while it does nothing. */
  onPick: ((message: Message) => void) | null;
  /** Whose messages can be picked; all without it. */
  of?: Message["author"]["kind"];
}

export function AssessThread({ query, quoted, onPick, of }: AssessThreadProps) {
  const box = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = query;
  useEffect(() => {
    if (data) box.current?.scrollTo({ top: 0 });
  }, [data]);
  const picking = onPick !== null;
  useEffect(() => {
    if (picking) box.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [picking]);
  if (error && !data) {
    return (
      <Failure problem={error} what={t`The thread could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  return (
    <div
      ref={box}
      className={classes.thread}
      aria-busy={!data}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
      tabIndex={0}
      role="log"
      aria-label={t`Thread`}
      data-picking={picking || undefined}
    >
      {!data && (
        <>
          <Bone width="60%" height={40} />
          <Bone width="70%" height={56} />
          <Bone width="50%" height={40} />
        </>
      )}
      {data?.map((message) =>
        onPick && (!of || message.author.kind === of) ? (
          <button key={message.id} type="button" className={classes.pick} onClick={() => onPick(message)}>
            <Line message={message} chosen={quoted.has(message.seq)} />
          </button>
        ) : (
          <Line key={message.id} message={message} chosen={quoted.has(message.seq)} />
        ),
      )}
    </div>
  );
}
