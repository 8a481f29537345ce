/** What an empty view means and where to go from it. */

import { Link } from "wouter";
import { type InboxView, inboxPath } from "../address";
import classes from "./EmptyView.module.css";

const TEACH: Record<InboxView, { title: string; says: string; to?: InboxView; link?: string }> = {
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
          The search looks at names, e-mail addresses and messages of this view. Another view may have it.
        </p>
        {view !== "all" && <Link href={inboxPath("all")}>Search in all open conversations</Link>}
      </div>
    );
  }
  const { title, says, to, link } = TEACH[view];
  return (
    <div className={classes.empty}>
      <h2>{title}</h2>
      <p>{says}</p>
      {to && <Link href={inboxPath(to)}>{link}</Link>}
    </div>
  );
}
