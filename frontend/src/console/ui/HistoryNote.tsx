/** Where resolved conversations end early: how far back the plan shows them, and that the others are kept. */

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
      Your plan shows the last {days} days; what is older is kept.{" "}
      {may(me, "billing.manage") && <Link href="/console/billing">Show all with another plan</Link>}
    </span>
  );
}
