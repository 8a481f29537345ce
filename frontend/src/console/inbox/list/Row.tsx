/** One conversation in two lines: who and since when, the last words and why it matters. */

import { memo } from "react";
import { Link } from "wouter";
import { moment } from "../../../shared/time";
import type { Author } from "../../../shared/wire";
import type { ConversationRow } from "../../desk/wire";
import { ClockIcon, MailIcon } from "../../shell/icons";
import { type InboxView, inboxPath } from "../address";
import { handInWords, handOf } from "../holder";
import { patience, rowTime, untilInWords, waitClock, waitInWords, whenOf } from "../waiting";
import classes from "./Row.module.css";

interface RowProps {
  row: ConversationRow;
  view: InboxView;
  meId: string;
  now: number;
  open: boolean;
}

const SPEAKER: Record<Author["kind"], (author: Author) => string> = {
  customer: () => "",
  system: () => "",
  assistant: () => "Assistant: ",
  agent: (author) => `${author.name}: `,
};

function When({ row, now }: { row: ConversationRow; now: number }) {
  const when = whenOf(row, now);
  switch (when.kind) {
    case "snoozed":
      return (
        <time className={classes.time} dateTime={when.until} title={`Snoozed until ${moment(when.until)}`}>
          <span className="sr">Snoozed until </span>
          <ClockIcon size={11} /> {untilInWords(when.until, now)}
        </time>
      );
    case "overdue":
      return (
        <span className={classes.wait} data-patience="overdue" title={when.words}>
          <span aria-hidden="true">Overdue {waitClock(when.since, now)}</span>
          <span className="sr">{when.words}</span>
        </span>
      );
    case "waiting": {
      const words = `Waiting for ${waitInWords(when.since, now)}`;
      return (
        <span className={classes.wait} data-patience={patience(when.since, now)} title={words}>
          <span aria-hidden="true">{waitClock(when.since, now)}</span>
          <span className="sr">{words}</span>
        </span>
      );
    }
    case "last":
      return (
        <time className={classes.time} dateTime={when.at} title={moment(when.at)}>
          {rowTime(when.at, now)}
        </time>
      );
  }
}

function Marks({ row, meId }: { row: ConversationRow; meId: string }) {
  if (row.draft_due_at) return <span className={classes.check}>Check</span>;
  const withPeople = row.control.holder !== "assistant" && row.status !== "resolved";
  if (!withPeople) return null;
  return (
    <>
      {row.priority !== "normal" && (
        <span className={classes.priority} data-priority={row.priority}>
          {row.priority === "urgent" ? "Urgent" : "High"}
        </span>
      )}
      {row.offered_to?.id === meId && <span className={classes.offered}>For you</span>}
    </>
  );
}

function Last({ row }: { row: ConversationRow }) {
  const last = row.last_message;
  const waits = row.trigger !== null && row.control.holder === "queue" && row.status !== "resolved";
  return (
    <span className={classes.last}>
      {waits && <span className={classes.trigger}>{row.trigger?.label} · </span>}
      {last ? SPEAKER[last.author.kind](last.author) + last.text.replaceAll("**", "") : "No message yet"}
    </span>
  );
}

export const Row = memo(function Row({ row, view, meId, now, open }: RowProps) {
  const waits = row.control.holder === "queue" || (row.control.holder === "agent" && row.needs_reply);
  const unanswered = waits && row.status !== "resolved";
  return (
    <Link
      href={inboxPath(view, row.id)}
      className={classes.row}
      aria-current={open ? "true" : undefined}
      data-unanswered={unanswered || undefined}
    >
      <span className={classes.dot} data-hand={handOf(row)} title={handInWords(row, meId)}>
        <span className="sr">{handInWords(row, meId)}.</span>
      </span>
      <span className={classes.line}>
        <span className={classes.name}>{row.customer.name}</span>
        {row.channel === "email" && (
          <span className={classes.channel} title="Writes by e-mail">
            <MailIcon size={12} />
            <span className="sr">By e-mail</span>
          </span>
        )}
        <When row={row} now={now} />
      </span>
      <span className={classes.line}>
        <Last row={row} />
        <Marks row={row} meId={meId} />
      </span>
    </Link>
  );
});
