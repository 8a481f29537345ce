/** The plan in three facts: seats, resolutions, and what is paid next. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
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
  const { name } = billing.plan;
  return (
    <div className={own.acts}>
      {billing.ends_at && (
        <Button loading={resume.isPending} onClick={() => resume.mutate()}>
          <Trans>Keep {name}</Trans>
        </Button>
      )}
      {mayChange(billing) && (
        <Button variant="default" onClick={onChange}>
          <Trans>Change plan or seats</Trans>
        </Button>
      )}
    </div>
  );
}

function SeatsFact({ billing }: { billing: Billing }) {
  const { limit, taken, invited, viewers } = billing.seats;
  const besides = [
    invited > 0 &&
      plural(invited, { one: "# invitation not accepted yet", other: "# invitations not accepted yet" }),
    viewers > 0 && plural(viewers, { one: "# viewer for free", other: "# viewers for free" }),
  ].filter(Boolean);
  const all = limit === null ? "" : count(limit);
  return (
    <div>
      <dt>
        <Trans>Seats</Trans>
      </dt>
      <dd>
        <span className={classes.figure}>
          {count(taken)}{" "}
          {limit !== null && (
            <small>
              <Trans>of {all} taken</Trans>
            </small>
          )}
        </span>
        <span>
          {besides.length > 0 && `${besides.join(", ")}. `}
          <Link className={classes.link} href="/console/team">
            <Trans>Your team</Trans>
          </Link>
        </span>
      </dd>
    </div>
  );
}

function UsageFact({ billing }: { billing: Billing }) {
  const { usage } = billing;
  const warning = usageWarning(billing);
  const included = count(usage.included ?? 0);
  return (
    <div>
      <dt>
        <Trans>Resolutions by the assistant</Trans>
      </dt>
      <dd>
        <span className={classes.figure}>
          {count(usage.net)}{" "}
          {usage.included !== null && (
            <small>
              {billing.standing === "trial" ? t`of ${included} in the trial` : t`of ${included} included`}
            </small>
          )}
        </span>
        <Meter usage={usage} />
        <span className={warning ? classes.warning : undefined}>{warning ?? forecastInWords(billing)}</span>
        <span>
          <Link className={classes.link} href={USAGE}>
            <Trans>Each of them, with its evidence</Trans>
          </Link>
        </span>
      </dd>
    </div>
  );
}

function NextFact({ billing }: { billing: Billing }) {
  const { bill, ends_at, standing } = billing;
  const at = bill.next_at;
  const day = at && dayOf(at);
  const without = withoutWords(billing);
  return (
    <div>
      <dt>
        <Trans>Next invoice</Trans>
      </dt>
      <dd>
        {at === null ? (
          <span className={classes.figure}>
            <Trans>None</Trans>
          </span>
        ) : (
          <span className={classes.figure}>
            {money(bill.total_cents, bill.currency)}{" "}
            <small>
              <Trans>on {day}</Trans>
            </small>
          </span>
        )}
        <span>
          {at === null
            ? t`Nothing more is charged as it stands today.`
            : ends_at
              ? t`The last one, for what was resolved beyond the bundle.`
              : standing === "trial"
                ? t`The first one, after your trial. ${without}.`
                : t`As far as it is known today. ${without}.`}
        </span>
      </dd>
    </div>
  );
}
