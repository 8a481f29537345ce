/** What stands in the way and how it is mended: a payment that failed, more people than seats, a limit that is reached. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { Billing, Dunning } from "../../api/billing";
import { useMay } from "../../shell/useMay";
import { FormProblem } from "../../ui/FormProblem";
import classes from "../Billing.module.css";
import { useOpenPortal, usePay } from "../useBilling";
import { dayOf, isSubscribed, mayChange } from "../words";

const GOES_ON = t`Conversations and the assistant go on. The plan can be changed again once it is paid.`;

export function Troubles({ billing }: { billing: Billing }) {
  const { dunning, lock, seats } = billing;
  const over = seats.limit === null ? 0 : seats.taken - seats.limit;
  return (
    <>
      {dunning && <Unpaid dunning={dunning} locked={lock === "unpaid"} />}
      {over > 0 && <OverSeats billing={billing} over={over} />}
    </>
  );
}

function Unpaid({ dunning, locked }: { dunning: Dunning; locked: boolean }) {
  const pay = usePay();
  const portal = useOpenPortal();
  const { since, next_try_at, locks_at, invoice_page } = dunning;
  const [failed, lock] = [dayOf(since), dayOf(locks_at)];
  const again = next_try_at && dayOf(next_try_at);
  return (
    <div className={classes.callout} data-mood={locked ? "bad" : "warn"} role="alert">
      <h2>
        {locked
          ? t`Settings are read-only until the invoice is paid`
          : t`Your last payment did not go through`}
      </h2>
      <p>
        {t`It failed on ${failed}.`} {again && t`Stripe tries again on ${again}.`}{" "}
        {!locked && t`If it is not paid by ${lock}, settings become read-only.`} {GOES_ON}
      </p>
      <FormProblem problem={pay.error} />
      {useMay("billing.manage") && (
        <div className={classes.acts}>
          <Button size="xs" loading={pay.isPending} onClick={() => pay.mutate()}>
            <Trans>Pay now</Trans>
          </Button>
          <Button size="xs" variant="default" loading={portal.isPending} onClick={() => portal.mutate()}>
            <Trans>Change the card</Trans>
          </Button>
          {invoice_page && (
            <a className={classes.link} href={invoice_page} target="_blank" rel="noreferrer">
              <Trans>See the invoice</Trans>
            </a>
          )}
        </div>
      )}
    </div>
  );
}

function OverSeats({ billing, over }: { billing: Billing; over: number }) {
  const locked = billing.lock === "over_seats";
  return (
    <div className={classes.callout} data-mood={locked ? "bad" : "warn"} role="alert">
      <h2>
        {locked
          ? t`Settings are read-only until your seats fit your team`
          : plural(over, {
              one: "# person more than you have seats",
              other: "# people more than you have seats",
            })}
      </h2>
      <p>
        <Trans>
          Nobody is signed out, and conversations go on. Until it fits, nobody can be invited or switched on.
        </Trans>{" "}
        {!locked && t`After 14 days settings become read-only.`}{" "}
        {isSubscribed(billing)
          ? t`Add seats, or make somebody a viewer: viewers cost nothing.`
          : t`Choose a plan with more seats, or make somebody a viewer: viewers cost nothing.`}
      </p>
      <div className={classes.acts}>
        {isSubscribed(billing) && mayChange(billing) && (
          <Link className={classes.link} href="?choose=">
            <Trans>Add seats</Trans>
          </Link>
        )}
        <Link className={classes.link} href="/console/team">
          <Trans>Go to your team</Trans>
        </Link>
      </div>
    </div>
  );
}
