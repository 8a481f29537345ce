/** The plan in three facts: seats, resolutions, and what is paid next. */

import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { Billing } from "../../api/billing";
import { useMay } from "../../shell/useMay";
import { USAGE } from "../addresses";
import classes from "../Billing.module.css";
import { Meter } from "../Meter";
import { money } from "../money";
import { Pill } from "../Pill";
import { useResumePlan } from "../useBilling";
import {
  count,
  dayOf,
  forecastInWords,
  isSubscribed,
  many,
  mayChange,
  standingOf,
  usageWarning,
  whatNext,
  withoutWords,
} from "../words";
import own from "./Plan.module.css";

interface StandingSectionProps {
  billing: Billing;
  onChange: () => void;
}

export function StandingSection({ billing, onChange }: StandingSectionProps) {
  const { plan } = billing;
  const state = standingOf(billing);
  return (
    <section className={own.standing} aria-labelledby="plan-name">
      <div className={own.head}>
        <div>
          <h2 id="plan-name">
            {plan.name} <Pill mood={state.mood}>{state.words}</Pill>
          </h2>
          <p>{whatNext(billing)}</p>
          {billing.discount && <p className={own.discount}>{billing.discount}</p>}
        </div>
        {useMay("billing.manage") && isSubscribed(billing) && <Acts billing={billing} onChange={onChange} />}
      </div>
      <dl className={classes.facts}>
        <SeatsFact billing={billing} />
        <UsageFact billing={billing} />
        {isSubscribed(billing) && <NextFact billing={billing} />}
      </dl>
    </section>
  );
}

function Acts({ billing, onChange }: StandingSectionProps) {
  const resume = useResumePlan();
  return (
    <div className={own.acts}>
      {billing.ends_at && (
        <Button loading={resume.isPending} onClick={() => resume.mutate()}>
          Keep {billing.plan.name}
        </Button>
      )}
      {mayChange(billing) && (
        <Button variant="default" onClick={onChange}>
          Change plan or seats
        </Button>
      )}
    </div>
  );
}

function SeatsFact({ billing }: { billing: Billing }) {
  const { limit, taken, invited, viewers } = billing.seats;
  const besides = [
    invited > 0 && `${many(invited, "invitation", "invitations")} not accepted yet`,
    viewers > 0 && `${many(viewers, "viewer", "viewers")} for free`,
  ].filter(Boolean);
  return (
    <div>
      <dt>Seats</dt>
      <dd>
        <span className={classes.figure}>
          {count(taken)} {limit !== null && <small>of {count(limit)} taken</small>}
        </span>
        <span>
          {besides.length > 0 && `${besides.join(", ")}. `}
          <Link className={classes.link} href="/console/team">
            Your team
          </Link>
        </span>
      </dd>
    </div>
  );
}

function UsageFact({ billing }: { billing: Billing }) {
  const { usage } = billing;
  const warning = usageWarning(billing);
  return (
    <div>
      <dt>Resolutions by the assistant</dt>
      <dd>
        <span className={classes.figure}>
          {count(usage.net)} {usage.included !== null && <small>of {count(usage.included)} included</small>}
        </span>
        <Meter usage={usage} />
        <span className={warning ? classes.warning : undefined}>{warning ?? forecastInWords(billing)}</span>
        <span>
          <Link className={classes.link} href={USAGE}>
            Each of them, with its evidence
          </Link>
        </span>
      </dd>
    </div>
  );
}

function NextFact({ billing }: { billing: Billing }) {
  const { bill, ends_at, standing } = billing;
  const at = bill.next_at;
  return (
    <div>
      <dt>Next invoice</dt>
      <dd>
        {at === null ? (
          <span className={classes.figure}>None</span>
        ) : (
          <span className={classes.figure}>
            {money(bill.total_cents, bill.currency)} <small>on {dayOf(at)}</small>
          </span>
        )}
        <span>
          {at === null
            ? "Nothing more is charged as it stands today."
            : ends_at
              ? "The last one, for what was resolved beyond the bundle."
              : standing === "trial"
                ? `The first one, after your trial. ${withoutWords(billing)}.`
                : `As far as it is known today. ${withoutWords(billing)}.`}
        </span>
      </dd>
    </div>
  );
}
