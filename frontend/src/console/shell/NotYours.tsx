/** A page that the reader's role does not open, and who can help. */

import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import { inboxPath } from "../inbox/address";
import classes from "./PageBoundary.module.css";

export function NotYours() {
  return (
    <main className={classes.broken}>
      <h1>
        <Trans>This page is for another role</Trans>
      </h1>
      <p>
        <Trans>
          Ask an owner or an admin of your company if you need it. Your role is changed on the Team page.
        </Trans>
      </p>
      <Link href={inboxPath("waiting")}>
        <Trans>Go to the inbox</Trans>
      </Link>
    </main>
  );
}
