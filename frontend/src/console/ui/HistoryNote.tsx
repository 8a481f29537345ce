/** Where resolved conversations end early: how far back the plan shows them, and that the others are kept. */

import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import { useMe } from "../desk/DeskContext";
import { may } from "../shell/useMay";
import classes from "./HistoryNote.module.css";

export function HistoryNote() {
  const me = useMe();
  const days = me.plan.history_days;
  if (days === null) return null;
  return (
    <span className={classes.note}>
      <Trans>Your plan shows the last {days} days; what is older is kept.</Trans>{" "}
      {may(me, "billing.manage") && (
        <Link href="/console/billing">
          <Trans>Show all with another plan</Trans>
        </Link>
      )}
    </span>
  );
}
