/** Plan, interval and seats, with what they would come to while one chooses. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Input, NumberInput, Radio, SegmentedControl } from "@mantine/core";
import type { Billing, Interval, Plan, Wanted } from "../../api/billing";
import classes from "../Billing.module.css";
import { monthsSaved, price, seatMonthCents } from "../money";
import { intervalName } from "../words";
import own from "./Change.module.css";
import { Reckoning } from "./Reckoning";
import { fewestSeats, hindranceOf, MOST_SEATS, type Typed } from "./wanted";

interface ChooseProps {
  billing: Billing;
  plans: readonly Plan[];
  typed: Typed;
  resolutions: number;
  /** Back from the step after it, whose button had the focus. */
  returned: boolean;
  onType: (some: Partial<Typed>) => void;
  onResolutions: (resolutions: number) => void;
  onGoOn: (wanted: Wanted) => void;
  onClose: () => void;
}

export function Choose(props: ChooseProps) {
  const { billing, plans, typed, resolutions, returned, onType, onResolutions, onGoOn, onClose } = props;
  const { plan: key, interval, seats } = typed;
  const paid = plans.filter((one) => one.month_cents > 0);
  const plan = paid.find((one) => one.key === key);
  const hindrance = hindranceOf(typed, billing);
  return (
    <form
      className={own.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!hindrance && seats !== null) onGoOn({ plan: key, interval, seats });
      }}
    >
      <Radio.Group label={t`Plan`} value={key} onChange={(next) => onType({ plan: next as Wanted["plan"] })}>
        <div className={own.plans}>
          {paid.map((one) => (
            <Radio
              key={one.key}
              value={one.key}
              data-autofocus={one.key === key || undefined}
              {...inWords(one, interval)}
            />
          ))}
        </div>
      </Radio.Group>
      <div className={own.row}>
        <IntervalChoice
          interval={interval}
          saved={plan ? monthsSaved(plan) : 0}
          onChoose={(next) => onType({ interval: next })}
        />
        <SeatsField billing={billing} seats={seats} onType={(next) => onType({ seats: next })} />
      </div>
      {plan && seats !== null && (
        <Reckoning
          plan={plan}
          interval={interval}
          seats={seats}
          resolutions={resolutions}
          onResolutions={onResolutions}
        />
      )}
      <div className={own.foot}>
        <p className={classes.quiet}>{hindrance ?? t`Next: what it costs today, and what changes.`}</p>
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button type="submit" autoFocus={returned} disabled={hindrance !== null}>
          <Trans>Go on</Trans>
        </Button>
      </div>
    </form>
  );
}

function inWords(plan: Plan, interval: Interval): { label: string; description: string } {
  const { name, included } = plan;
  const each = price(seatMonthCents(plan, interval));
  return {
    label: t`${name}, ${each} a seat and month`,
    description:
      plan.features.length > 0
        ? plural(included, {
            one: "# resolution a month, control room, reply-time promises, single sign-on",
            other: "# resolutions a month, control room, reply-time promises, single sign-on",
          })
        : plural(included, { one: "# resolution a month", other: "# resolutions a month" }),
  };
}

interface IntervalChoiceProps {
  interval: Interval;
  saved: number;
  onChoose: (interval: Interval) => void;
}

function IntervalChoice({ interval, saved, onChoose }: IntervalChoiceProps) {
  return (
    <Input.Wrapper
      label={t`Paid`}
      labelElement="div"
      description={
        saved > 0
          ? plural(saved, {
              one: "A year gives # month for free.",
              other: "A year gives # months for free.",
            })
          : null
      }
      inputWrapperOrder={["label", "input", "description"]}
      className={own.paid}
    >
      <SegmentedControl
        fullWidth
        aria-label={t`Paid`}
        value={interval}
        data={[
          { value: "month", label: intervalName("month") },
          { value: "year", label: intervalName("year") },
        ]}
        onChange={(next) => onChoose(next as Interval)}
      />
    </Input.Wrapper>
  );
}

interface SeatsFieldProps {
  billing: Billing;
  seats: number | null;
  onType: (seats: number | null) => void;
}

function SeatsField({ billing, seats, onType }: SeatsFieldProps) {
  const { taken, invited } = billing.seats;
  const fewest = fewestSeats(billing);
  const few = seats !== null && seats < fewest;
  return (
    <NumberInput
      label={t`Seats`}
      description={[
        plural(taken, { one: "# person has one", other: "# people have one" }),
        invited > 0 && plural(invited, { one: "# invitation is open", other: "# invitations are open" }),
      ]
        .filter(Boolean)
        .join(", ")}
      inputWrapperOrder={["label", "input", "description", "error"]}
      error={few ? t`Fewer than people have one: the next step says who.` : null}
      min={1}
      max={MOST_SEATS}
      clampBehavior="none"
      allowDecimal={false}
      allowNegative={false}
      value={seats ?? ""}
      onChange={(value) => onType(typeof value === "number" ? value : null)}
    />
  );
}
