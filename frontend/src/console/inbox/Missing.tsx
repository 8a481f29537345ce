/** The address names a conversation that is not there for this reader. */

import { Link } from "wouter";
import { type InboxView, inboxPath } from "./address";
import classes from "./Inbox.module.css";

export function Missing({ view }: { view: InboxView }) {
  return (
    <section className={classes.nothing} role="alert">
      <h2>This conversation is not here</h2>
      <p>It may have been erased, or it belongs to a team that you are not part of.</p>
      <Link href={inboxPath(view)}>Back to the list</Link>
    </section>
  );
}
