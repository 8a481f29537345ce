/** What an empty view means and where to go from it. */

import { Link } from "wouter";
import { baseOf, filterOf, type InboxView, inboxPath, type View } from "../address";
import classes from "./EmptyView.module.css";
import { isNarrow } from "./filter";

const TEACH: Record<View, { title: string; says: string; to?: View; link?: string }> = {
  waiting: {
    title: "Nobody is waiting",
    says: "When the assistant hands a conversation to a person, it appears here with the reason: the urgent first, then the longest wait.",
    to: "assistant",
    link: "See what the assistant is doing",
  },
  mine: {
    title: "Your hands are free",
    says: "Accept a waiting conversation and it stays here until you resolve it or hand it back.",
    to: "waiting",
    link: "Look at who is waiting",
  },
  unassigned: {
    title: "Everybody who waits is offered to somebody",
    says: "Conversations that nobody was asked to take stand here, so that none is forgotten.",
    to: "waiting",
    link: "Look at who is waiting",
  },
  team: {
    title: "Your teams have nothing open",
    says: "Open conversations of the teams that you are in, whoever holds them.",
    to: "all",
    link: "Look at all open ones",
  },
  mentions: {
    title: "Nobody has mentioned you",
    says: "When a colleague names you in a note with @, the conversation comes here, and stays here.",
    to: "mine",
    link: "Look at yours",
  },
  tasks: {
    title: "No tasks for you",
    says: "What other departments ask of you or your teams, while a colleague talks to the customer, stands here.",
    to: "mine",
    link: "Look at your conversations",
  },
  sla: {
    title: "No clock is running",
    says: "Where the company promised an answer by a time, conversations stand here, the next one due first.",
    to: "waiting",
    link: "Look at who is waiting",
  },
  held: {
    title: "No answer waits for a check",
    says: "While the assistant is supervised, each of its answers waits here until somebody approves, edits or rejects it.",
    to: "waiting",
    link: "Look at who is waiting",
  },
  assistant: {
    title: "The assistant is idle",
    says: "Conversations that it answers by itself show up here. You may read along, and take over at any time.",
  },
  snoozed: {
    title: "Nothing is snoozed",
    says: "Snooze a conversation of yours with s: it rests here and comes back at the time you chose, or as soon as the customer writes.",
    to: "mine",
    link: "Look at yours",
  },
  all: {
    title: "No open conversations",
    says: "As soon as a customer writes through the widget, the conversation is here.",
    to: "resolved",
    link: "Look at resolved ones",
  },
  resolved: {
    title: "Nothing resolved yet",
    says: "Resolved conversations rest here. A new message from the customer brings one back.",
  },
};

export function EmptyView({ view, q }: { view: InboxView; q: string }) {
  if (q) {
    return (
      <div className={classes.empty}>
        <h2>No match for “{q}”</h2>
        <p>
          The search looks at messages, notes, names, e-mail addresses, order numbers and tags. Put words in a
          row into quotes, and a minus before a word to leave it out.
        </p>
        {view !== "all" && <Link href={inboxPath("all")}>Search in all conversations</Link>}
      </div>
    );
  }
  const base = baseOf(view);
  if (isNarrow(filterOf(view))) {
    return (
      <div className={classes.empty}>
        <h2>Nothing passes this filter</h2>
        <p>Take a part of it away, or look at the whole view.</p>
        <Link href={inboxPath(base)}>Clear the filter</Link>
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
