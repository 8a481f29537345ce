/** The address names a conversation that is not there for this reader, or that the plan shows no more. */

import { Trans } from "@lingui/react/macro";
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
          <h2>
            <Trans>This conversation is older than your plan shows</Trans>
          </h2>
          <p>
            <Trans>Nothing of it is lost: it is in every export, and another plan shows it again.</Trans>
          </p>
        </>
      ) : (
        <>
          <h2>
            <Trans>This conversation is not here</Trans>
          </h2>
          <p>
            <Trans>It may have been erased, or it belongs to a team that you are not part of.</Trans>
          </p>
        </>
      )}
      <Link href={inboxPath(view)}>
        <Trans>Back to the list</Trans>
      </Link>
    </section>
  );
}
