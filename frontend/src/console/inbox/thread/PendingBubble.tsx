/** A reply on its way: shown at once, and kept with a way out when it did not arrive. */

import { UnstyledButton } from "@mantine/core";
import type { Pending } from "../../../shared/thread";
import { useDesk } from "../../desk/DeskContext";
import { Attachments } from "./Attachments";
import bubble from "./Bubble.module.css";
import classes from "./PendingBubble.module.css";

export function PendingBubble({ conversationId, pending }: { conversationId: string; pending: Pending }) {
  const desk = useDesk();
  const { client_id, text, attachments, error } = pending;
  return (
    <article
      className={bubble.message}
      data-side="agent"
      data-first
      aria-label={error ? "Your reply, not sent" : "Your reply, being sent"}
    >
      {text && (
        <div
          className={`${bubble.bubble} ${classes.pending}`}
          data-last
          data-failed={error ? true : undefined}
        >
          <div className={bubble.plain}>{text}</div>
        </div>
      )}
      <Attachments items={attachments} />
      {error ? (
        <div className={classes.failed} role="alert">
          <span>
            Not sent. {error.message}
            {error.request_id && <code> {error.request_id}</code>}
          </span>
          <UnstyledButton onClick={() => void desk.reply(conversationId, text, attachments, client_id)}>
            Try again
          </UnstyledButton>
          <UnstyledButton onClick={() => desk.discard(conversationId, client_id)}>Discard</UnstyledButton>
        </div>
      ) : (
        <div className={bubble.foot}>Sending…</div>
      )}
    </article>
  );
}
