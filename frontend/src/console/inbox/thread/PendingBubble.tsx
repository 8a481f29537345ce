/** A reply on its way: shown at once, and kept with a way out when it did not arrive. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import type { Pending } from "../../../shared/thread";
import { useCell } from "../../desk/cell";
import { useDesk } from "../../desk/DeskContext";
import { Attachments } from "./Attachments";
import bubble from "./Bubble.module.css";
import classes from "./PendingBubble.module.css";

export function PendingBubble({ conversationId, pending }: { conversationId: string; pending: Pending }) {
  const desk = useDesk();
  const waits = useCell(desk.waiting).has(pending.client_id);
  const { client_id, text, attachments, error } = pending;
  return (
    <article
      className={bubble.message}
      data-side="agent"
      data-first
      aria-label={
        error
          ? t`Your reply, not sent`
          : waits
            ? t`Your reply, waiting for the line`
            : t`Your reply, being sent`
      }
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
            <Trans>Not sent. {error.message}</Trans>
            {error.request_id && <code> {error.request_id}</code>}
          </span>
          <UnstyledButton onClick={() => void desk.reply(conversationId, text, attachments, client_id)}>
            {error.code === "overtaken" ? t`Send it all the same` : t`Try again`}
          </UnstyledButton>
          <UnstyledButton onClick={() => desk.discard(conversationId, client_id)}>
            <Trans>Discard</Trans>
          </UnstyledButton>
        </div>
      ) : (
        <div className={bubble.foot}>{waits ? t`Goes out when you are back online` : t`Sending…`}</div>
      )}
    </article>
  );
}
