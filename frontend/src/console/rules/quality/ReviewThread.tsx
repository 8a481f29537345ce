/** What was said, to be read; nothing of what the assistant thought of it, so that it sways nobody. */

import { t } from "@lingui/core/macro";
import type { UseQueryResult } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { clock, moment } from "../../../shared/time";
import type { Message } from "../../../shared/wire";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import classes from "./Review.module.css";

export function ReviewThread({ query }: { query: UseQueryResult<Message[]> }) {
  const box = useRef<HTMLDivElement>(null);
  const { data, error, refetch } = query;
  useEffect(() => {
    if (data) box.current?.scrollTo({ top: 0 });
  }, [data]);
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
    >
      {data ? (
        data.map((message) => <Line key={message.id} message={message} />)
      ) : (
        <>
          <Bone width="60%" height={40} />
          <Bone width="70%" height={56} />
        </>
      )}
    </div>
  );
}

interface LineProps {
  message: Message;
  /** It is the one that is meant, or could be. */
  chosen?: boolean;
}

export function Line({ message, chosen = false }: LineProps) {
  const { author, text, created_at, sources } = message;
  return (
    <article className={classes.line} data-side={author.kind} data-chosen={chosen || undefined}>
      <p className={classes.name}>
        {author.kind === "assistant" ? t`Assistant` : author.name}
        <time dateTime={created_at} title={moment(created_at)}>
          {clock(created_at)}
        </time>
      </p>
      <p className={classes.bubble}>{text || t`(a file)`}</p>
      {sources.length > 0 && (
        <p className={classes.sources}>{sources.map(({ title }) => title).join(" · ")}</p>
      )}
    </article>
  );
}
