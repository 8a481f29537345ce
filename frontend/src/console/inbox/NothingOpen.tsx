/** The middle of the inbox while nothing is open: the few keys that matter. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import classes from "./Inbox.module.css";

export function NothingOpen() {
  return (
    <section className={classes.nothing} aria-label={t`No conversation is open`}>
      <h2>
        <Trans>Pick a conversation</Trans>
      </h2>
      <p>
        <Trans>
          The assistant clears the routine. What it hands to people is at the left, by urgency and by how long
          they wait.
        </Trans>
      </p>
      <dl className={classes.keys}>
        <dt>
          <kbd>j</kbd> <kbd>k</kbd>
        </dt>
        <dd>
          <Trans>move through the list</Trans>
        </dd>
        <dt>
          <kbd>a</kbd>
        </dt>
        <dd>
          <Trans>accept</Trans>
        </dd>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>
          <Trans>all keys</Trans>
        </dd>
      </dl>
    </section>
  );
}
