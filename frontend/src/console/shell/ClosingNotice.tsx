/** On every page of a workspace that is closing: that it is, and the way back. */

import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import { useMe } from "../desk/DeskContext";
import classes from "./LineNotice.module.css";
import { locale } from "./locale";
import { may } from "./useMay";

export function ClosingNotice() {
  const me = useMe();
  const closed = me.workspace.closing_at;
  if (!closed) return null;
  const day = new Intl.DateTimeFormat(locale(), { dateStyle: "long" }).format(new Date(closed));
  return (
    <div className={classes.notice} role="status">
      <span>
        <Trans>This workspace was closed on {day}. Thirty days later everything in it is erased.</Trans>
      </span>
      {may(me, "workspace.close") ? (
        <Link href="/console/data">
          <Trans>Open it again</Trans>
        </Link>
      ) : (
        <span>
          <Trans>An owner can open it again.</Trans>
        </span>
      )}
    </div>
  );
}
