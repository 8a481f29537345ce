/** The plans side by side, for who has not subscribed yet. */

import { t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { Billing, Interval, Plan, PlanKey } from "../../api/billing";
import { CheckIcon } from "../../shell/icons";
import { useMay } from "../../shell/useMay";
import { Failure } from "../../ui/Failure";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { Section } from "../../ui/Section";
import classes from "../Billing.module.css";
import { monthsSaved, price, seatMonthCents } from "../money";
import { Pill } from "../Pill";
import { usePlans } from "../useBilling";
import { ALWAYS, intervalName, pointsOf } from "../words";
import own from "./Plan.module.css";

interface ChoosePlanProps {
  billing: Billing;
  onChoose: (plan: PlanKey, interval: Interval) => void;
}

const INTERVALS: readonly Interval[] = ["month", "year"];

export function ChoosePlan({ billing, onChoose }: ChoosePlanProps) {
  const { data: plans, error, refetch } = usePlans();
  const [interval, setInterval] = useState<Interval>("month");
  if (error && !plans) {
    return (
      <Failure problem={error} what={t`The plans could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!plans) return <SectionSkeleton fields={3} />;
  const saved = Math.max(...plans.map(monthsSaved));
  return (
    <Section title={t`Choose a plan`} says={t`Prices without tax. Change or leave whenever you like.`}>
      <div className={own.interval}>
        <SegmentedControl
          size="xs"
          aria-label={t`How often you pay`}
          value={interval}
          data={INTERVALS.map((one) => ({ value: one, label: intervalName(one) }))}
          onChange={(next) => setInterval(next as Interval)}
        />
        {saved > 0 && (
          <span className={classes.quiet}>
            <Plural
              value={saved}
              one="A year gives # month for free."
              other="A year gives # months for free."
            />
          </span>
        )}
      </div>
      <div className={own.plans}>
        {plans.map((plan) => (
          <PlanCard
            key={plan.key}
            plan={plan}
            interval={interval}
            billing={billing}
            onChoose={() => onChoose(plan.key, interval)}
          />
        ))}
      </div>
      <p className={classes.quiet}>{ALWAYS}</p>
    </Section>
  );
}

interface PlanCardProps {
  plan: Plan;
  interval: Interval;
  billing: Billing;
  onChoose: () => void;
}

function PlanCard({ plan, interval, billing, onChoose }: PlanCardProps) {
  const mayManage = useMay("billing.manage");
  const { name } = plan;
  const yearly = price(plan.year_cents);
  const here = billing.plan.key === plan.key;
  const tried = here && billing.standing === "trial";
  return (
    <article className={own.plan} aria-label={plan.name}>
      <h3>
        {plan.name}
        {here && <Pill mood={tried ? "quiet" : "good"}>{tried ? t`You try it now` : t`Your plan`}</Pill>}
      </h3>
      <div className={own.price}>
        <strong>{price(seatMonthCents(plan, interval))}</strong>
        <span>
          {plan.month_cents === 0
            ? t`for good`
            : interval === "month"
              ? t`a seat and month`
              : t`a seat and month, ${yearly} a year`}
        </span>
      </div>
      {plan.for_whom && <p>{plan.for_whom}</p>}
      <ul>
        {pointsOf(plan).map((point) => (
          <li key={point}>
            <CheckIcon />
            <span>{point}</span>
          </li>
        ))}
      </ul>
      {plan.month_cents > 0 && mayManage && (
        <Button variant={plan.key === "business" ? "filled" : "default"} onClick={onChoose}>
          <Trans>Choose {name}</Trans>
        </Button>
      )}
    </article>
  );
}
