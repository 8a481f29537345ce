/** One conversation in two lines: who and since when, the last words and why it matters. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type MouseEvent, memo } from "react";
import { Link } from "wouter";
import { moment } from "../../../shared/time";
import type { Author } from "../../../shared/wire";
import type { ConversationRow, Found } from "../../desk/wire";
import { ClockIcon, MailIcon, OutIcon } from "../../shell/icons";
import { type InboxView, inboxPath } from "../address";
import { handInWords, handOf } from "../holder";
import { SlaClock } from "../sla/SlaClock";
import { presses } from "../sla/words";
import { patience, rowTime, untilInWords, waitClock, waitInWords, whenOf } from "../waiting";
import classes from "./Row.module.css";

interface RowProps {
  row: ConversationRow;
  view: InboxView;
  meId: string;
  now: number;
  open: boolean;
  chosen: boolean;
  /** While some are chosen, the boxes of all rows show. */
  choosing: boolean;
  onToggle: (id: string) => void;
  onStretch: (id: string) => void;
}

const MOST_TAGS = 1; // the last words need the place

const FOUND_IN: Record<Found["where"], string> = {
  message: "",
  note: t`Note`,
  customer: t`Customer`,
  order: t`Order of this customer`,
  tag: t`Tag`,
  subject: t`Subject`,
  apart: t`In several messages`,
};

const foundIn = (where: Found["where"]): string => (FOUND_IN[where] ? `${FOUND_IN[where]} · ` : "");

const SPEAKER: Record<Author["kind"], (author: Author) => string> = {
  customer: () => "",
  system: () => "",
  assistant: () => `${t`Assistant`}: `,
  agent: (author) => `${author.name}: `,
};

function When({ row, now }: { row: ConversationRow; now: number }) {
  const when = whenOf(row, now);
  switch (when.kind) {
    case "snoozed":
      return (
        <time
          className={classes.time}
          dateTime={when.until}
          title={t`Snoozed until ${{ when: moment(when.until) }}`}
        >
          <span className="sr">
            <Trans>Snoozed until</Trans>{" "}
          </span>
          <ClockIcon size={11} /> {untilInWords(when.until, now)}
        </time>
      );
    case "overdue":
      return (
        <span className={classes.wait} data-patience="overdue" title={when.words}>
          <span aria-hidden="true">
            <Trans>Overdue {{ wait: waitClock(when.since, now) }}</Trans>
          </span>
          <span className="sr">{when.words}</span>
        </span>
      );
    case "waiting": {
      if (presses(row.sla)) return null; // its clock says it
      const words = t`Waiting for ${{ wait: waitInWords(when.since, now) }}`;
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
  if (row.draft_due_at)
    return (
      <span className={classes.check}>
        <Trans>To check</Trans>
      </span>
    );
  const withPeople = row.control.holder !== "assistant" && row.status !== "resolved";
  if (!withPeople) return null;
  return (
    <>
      {row.priority !== "normal" && (
        <span className={classes.priority} data-priority={row.priority}>
          {row.priority === "urgent" ? t`Urgent` : t`High`}
        </span>
      )}
      {row.offered_to?.id === meId && (
        <span className={classes.offered}>
          <Trans>For you</Trans>
        </span>
      )}
    </>
  );
}

/** The words that were searched, marked where they stand. */
function Excerpt({ found, name }: { found: Found; name: string }) {
  const { author, where } = found;
  const who = where === "message" && author && author !== name ? `${author}: ` : foundIn(where);
  let at = 0;
  return (
    <span className={classes.last}>
      <span className={classes.where}>{who}</span>
      {found.parts.map(({ text, hit }) => {
        const key = at;
        at += text.length;
        const plain = text.replaceAll("**", "");
        return hit ? <mark key={key}>{plain}</mark> : <span key={key}>{plain}</span>;
      })}
    </span>
  );
}

function Tags({ tags }: { tags: string[] }) {
  if (tags.length === 0) return null;
  return (
    <span className={classes.tags} title={tags.join(", ")}>
      {tags.slice(0, MOST_TAGS).map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
        </span>
      ))}
      {tags.length > MOST_TAGS && <span className={classes.tag}>+{tags.length - MOST_TAGS}</span>}
    </span>
  );
}

function Last({ row }: { row: ConversationRow }) {
  const last = row.last_message;
  if (row.found && row.found.parts.length > 0) return <Excerpt found={row.found} name={row.customer.name} />;
  const waits = row.trigger !== null && row.control.holder === "queue" && row.status !== "resolved";
  return (
    <span className={classes.last}>
      {row.found && <span className={classes.where}>{foundIn(row.found.where)}</span>}
      {waits && <span className={classes.trigger}>{row.trigger?.label} · </span>}
      {last ? SPEAKER[last.author.kind](last.author) + last.text.replaceAll("**", "") : t`No message yet`}
    </span>
  );
}

export const Row = memo(function Row(props: RowProps) {
  const { row, view, meId, now, open, chosen, choosing, onToggle, onStretch } = props;
  const waits = row.control.holder === "queue" || (row.control.holder === "agent" && row.needs_reply);
  const unanswered = waits && row.status !== "resolved";
  const spot = row.found?.seq ? `#message-${row.found.seq}` : "";
  const onClick = (event: MouseEvent) => {
    if (!event.shiftKey) return;
    event.preventDefault();
    onStretch(row.id);
  };
  return (
    <Link
      href={`${inboxPath(view, row.id)}${spot}`}
      className={classes.row}
      aria-current={open ? "true" : undefined}
      data-unanswered={unanswered || undefined}
      data-chosen={chosen || undefined}
      data-choosing={choosing || undefined}
      onClick={onClick}
    >
      <span className={classes.dot} data-hand={handOf(row)} title={handInWords(row, meId)}>
        <span className="sr">{handInWords(row, meId)}.</span>
      </span>
      <span className={classes.line}>
        <span className={classes.name}>{row.customer.name}</span>
        {row.channel === "email" && (
          <span className={classes.channel} title={t`Writes by e-mail`}>
            <MailIcon size={12} />
            <span className="sr">
              <Trans>By e-mail</Trans>
            </span>
          </span>
        )}
        {row.channel === "api" && (
          <span className={classes.channel} title={t`Writes by your own channel`}>
            <OutIcon size={12} />
            <span className="sr">
              <Trans>By your own channel</Trans>
            </span>
          </span>
        )}
        {presses(row.sla) && <SlaClock sla={row.sla} now={now} />}
        <When row={row} now={now} />
      </span>
      <span className={classes.line}>
        <Last row={row} />
        {!row.found && <Tags tags={row.tags} />}
        <Marks row={row} meId={meId} />
      </span>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the box has the keyboard */}
      <label className={classes.boxPlace} onClick={(event) => event.stopPropagation()}>
        <input
          type="checkbox"
          className={classes.box}
          checked={chosen}
          tabIndex={-1}
          aria-label={t`Choose the conversation with ${{ name: row.customer.name }}`}
          onChange={() => onToggle(row.id)}
          onClick={(event) => {
            if (!event.shiftKey) return;
            event.preventDefault();
            onStretch(row.id);
          }}
        />
      </label>
    </Link>
  );
});
