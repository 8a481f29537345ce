/** How many seats of the plan are taken, where it has a limit. */

import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import { useMay } from "../shell/useMay";
import { seatsInWords, seatsLeft } from "./seats";
import classes from "./Team.module.css";
import { useSeats } from "./usePeople";

export function SeatsLine() {
  const seats = useSeats();
  const mayBuy = useMay("billing.manage");
  if (!seats) return null;
  return (
    <p className={classes.seats} data-over={seats.taken > seats.limit || undefined}>
      {seatsInWords(seats)} <Trans>Viewers need no seat.</Trans>{" "}
      {mayBuy && seatsLeft(seats) === 0 && (
        <Link href="/console/billing">
          <Trans>Add seats</Trans>
        </Link>
      )}
    </p>
  );
}
