/** Over the settings while the plan locks them: why, what goes on, and what lifts it. */

import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import { useMe } from "../desk/DeskContext";
import classes from "./Settings.module.css";

export function Locked() {
  const { lock } = useMe().plan;
  if (lock === null) return null;
  return (
    <p className={classes.locked} role="status">
      <strong>
        <Trans>Settings can be read, and not changed.</Trans>
      </strong>{" "}
      {lock === "unpaid" ? (
        <Trans>
          An invoice has been open for two weeks. <Link href="/console/billing">Pay it under Billing</Link>,
          and they open at once.
        </Trans>
      ) : (
        <Trans>
          More people have a seat than your plan has, for two weeks now.{" "}
          <Link href="/console/team">Switch somebody off</Link> or{" "}
          <Link href="/console/billing">add seats</Link>, and they open at once.
        </Trans>
      )}{" "}
      <Trans>Conversations, rules and knowledge go on, and so does how far the assistant acts.</Trans>
    </p>
  );
}
