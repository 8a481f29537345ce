/** The address names a conversation that is not there for this reader, or that the plan shows no more. */

import { Link } from "wouter";
import { type InboxView, inboxPath } from "./address";
import classes from "./Inbox.module.css";

interface MissingProps {
  view: InboxView;
  /** It is there, and lies further back than the plan shows. */
  why?: "older";
}

export function Missing({ view, why }: MissingProps) {
  return (
    <section className={classes.nothing} role="alert">
      {why === "older" ? (
        <>
          <h2>This conversation is older than your plan shows</h2>
          <p>Nothing of it is lost: it is in every export, and another plan shows it again.</p>
        </>
      ) : (
        <>
          <h2>This conversation is not here</h2>
          <p>It may have been erased, or it belongs to a team that you are not part of.</p>
        </>
      )}
      <Link href={inboxPath(view)}>Back to the list</Link>
    </section>
  );
}
