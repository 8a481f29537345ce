/** What an empty view means and where to go from it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import { baseOf, filterOf, type InboxView, inboxPath, type View } from "../address";
import classes from "./EmptyView.module.css";
import { isNarrow } from "./filter";

const TEACH: Record<View, { title: string; says: string; to?: View; link?: string }> = {
  waiting: {
    title: t`Nobody is waiting`,
    says: t`When the assistant hands a conversation to a person, it appears here with the reason, in order of urgency and of the wait.`,
    to: "assistant",
    link: t`See what the assistant is doing`,
  },
  mine: {
    title: t`Your hands are free`,
    says: t`Accept a waiting conversation and it stays here until you resolve it or hand it back.`,
    to: "waiting",
    link: t`Look at who is waiting`,
  },
  unassigned: {
    title: t`Everybody who waits is offered to somebody`,
    says: t`Conversations that nobody was asked to take stand here, so that none is forgotten.`,
    to: "waiting",
    link: t`Look at who is waiting`,
  },
  team: {
    title: t`Your teams have nothing open`,
    says: t`Open conversations of the teams that you are in, whoever holds them.`,
    to: "all",
    link: t`Look at all open ones`,
  },
  mentions: {
    title: t`Nobody has mentioned you`,
    says: t`When a colleague names you in a note with @, the conversation comes here, and stays here.`,
    to: "mine",
    link: t`Look at yours`,
  },
  tasks: {
    title: t`No tasks for you`,
    says: t`What other departments ask of you or your teams, while a colleague talks to the customer, stands here.`,
    to: "mine",
    link: t`Look at your conversations`,
  },
  sla: {
    title: t`No clock is running`,
    says: t`Where the company promised an answer by a time, conversations stand here, the next one due first.`,
    to: "waiting",
    link: t`Look at who is waiting`,
  },
  held: {
    title: t`No answer waits for a check`,
    says: t`While the assistant is supervised, each of its answers waits here until somebody approves, edits or rejects it.`,
    to: "waiting",
    link: t`Look at who is waiting`,
  },
  assistant: {
    title: t`The assistant is idle`,
    says: t`Conversations that it answers by itself show up here. You may read along, and take over at any time.`,
  },
  snoozed: {
    title: t`Nothing is snoozed`,
    says: t`Snooze a conversation of yours with s: it rests here and comes back at the time you chose, or as soon as the customer writes.`,
    to: "mine",
    link: t`Look at yours`,
  },
  all: {
    title: t`No open conversations`,
    says: t`As soon as a customer writes through the widget, the conversation is here.`,
    to: "resolved",
    link: t`Look at resolved ones`,
  },
  resolved: {
    title: t`Nothing resolved yet`,
    says: t`Resolved conversations rest here. A new message from the customer brings one back.`,
  },
};

export function EmptyView({ view, q }: { view: InboxView; q: string }) {
  if (q) {
    return (
      <div className={classes.empty}>
        <h2>
          {view === "all" ? (
            <Trans>No match for “{q}”</Trans>
          ) : (
            <Trans>No match for “{q}” in this view</Trans>
          )}
        </h2>
        <p>
          <Trans>
            The search looks at messages, notes, names, e-mail addresses, order numbers and tags. Put words in
            a row into quotes, and a minus before a word to leave it out.
          </Trans>
        </p>
        {view !== "all" && (
          <Link href={inboxPath("all")}>
            <Trans>Search in all conversations, resolved ones too</Trans>
          </Link>
        )}
      </div>
    );
  }
  const base = baseOf(view);
  if (isNarrow(filterOf(view))) {
    return (
      <div className={classes.empty}>
        <h2>
          <Trans>Nothing passes this filter</Trans>
        </h2>
        <p>
          <Trans>Take a part of it away, or look at the whole view.</Trans>
        </p>
        <Link href={inboxPath(base)}>
          <Trans>Clear the filter</Trans>
        </Link>
      </div>
    );
  }
  const { title, says, to, link } = TEACH[base];
  return (
    <div className={classes.empty}>
      <h2>{title}</h2>
      <p>{says}</p>
      {to && <Link href={inboxPath(to)}>{link}</Link>}
    </div>
  );
}
