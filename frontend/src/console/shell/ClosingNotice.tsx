/** On every page of a workspace that is closing: that it is, and the way back. */

import { Link } from "wouter";
import { useMe } from "../desk/DeskContext";
import classes from "./LineNotice.module.css";
import { may } from "./useMay";

export function ClosingNotice() {
  const me = useMe();
  const closed = me.workspace.closing_at;
  if (!closed) return null;
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: "long" }).format(new Date(closed));
  return (
    <div className={classes.notice} role="status">
      <span>This workspace was closed on {day}. Thirty days later everything in it is erased.</span>
      {may(me, "workspace.close") ? (
        <Link href="/console/data">Open it again</Link>
      ) : (
        <span>An owner can open it again.</span>
      )}
    </div>
  );
}
