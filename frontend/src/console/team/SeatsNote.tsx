/** While people are invited: that no seat is left for them, or not for all. */

import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import type { Seats } from "../api/people";
import { beforeInviting, seatsLeft } from "./seats";
import classes from "./Team.module.css";

export function SeatsNote({ seats, more }: { seats: Seats | null; more: number }) {
  const words = seats && beforeInviting(seats, more);
  if (!seats || !words) return null;
  return (
    <p className={classes.full} role="status">
      {words}{" "}
      {seatsLeft(seats) === 0 && (
        <Link href="/console/billing">
          <Trans>Open Billing</Trans>
        </Link>
      )}
    </p>
  );
}
