/** Where resolved conversations end early: how far back the plan shows them, and that the others are kept. */

import { Plural, Trans } from "@lingui/react/macro";
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
      <Plural
        value={days}
        one="Your plan shows the last day; what is older is kept."
        other="Your plan shows the last # days; what is older is kept."
      />{" "}
      {may(me, "billing.manage") && (
        <Link href="/console/billing">
          <Trans>Show all with another plan</Trans>
        </Link>
      )}
    </span>
  );
}
