/** The calculator: what a plan would come to in a month with so seatsInWords resolutions. */

import { plural, t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { NumberInput } from "@mantine/core";
import type { Interval, Plan } from "../../api/billing";
import { separators } from "../../ui/separators";
import classes from "../Billing.module.css";
import { estimate, money, price } from "../money";
import { seatsInWords } from "../words";
import own from "./Change.module.css";

interface ReckoningProps {
  plan: Plan;
  interval: Interval;
  seats: number;
  resolutions: number;
  onResolutions: (resolutions: number) => void;
}

const MOST = 1_000_000;

export function Reckoning({ plan, interval, seats, resolutions, onResolutions }: ReckoningProps) {
  const sum = estimate(plan, { interval, seats, resolutions });
  const [yearly, each] = [money(sum.seats_cents), price(plan.overage_cents ?? 0)];
  return (
    <section className={own.reckoning} aria-label={t`What it would come to`}>
      <NumberInput
        label={t`Resolutions you reckon with in a month`}
        description={plural(plan.included, {
          one: "# of them is in the price.",
          other: "# of them are in the price.",
        })}
        min={0}
        max={MOST}
        allowDecimal={false}
        allowNegative={false}
        {...separators()}
        value={resolutions}
        onChange={(value) => onResolutions(typeof value === "number" ? value : 0)}
      />
      <table className={classes.sums} aria-label={t`Estimate`} aria-live="polite">
        <tbody>
          <tr>
            <th scope="row">
              {seatsInWords(seats)}
              {interval === "year" && (
                <small>
                  <Trans>{yearly} once a year</Trans>
                </small>
              )}
            </th>
            <td>{money(sum.month_cents - sum.beyond_cents)}</td>
          </tr>
          {sum.beyond > 0 && plan.overage_cents !== null && (
            <tr>
              <th scope="row">
                <Plural
                  value={sum.beyond}
                  one="# resolution beyond the bundle"
                  other="# resolutions beyond the bundle"
                />
                <small>
                  <Trans>{each} each, only if you switch it on. Else your people take over.</Trans>
                </small>
              </th>
              <td>{money(sum.beyond_cents)}</td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <Trans>About, in a month, without tax</Trans>
            </th>
            <td>{money(sum.month_cents)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
