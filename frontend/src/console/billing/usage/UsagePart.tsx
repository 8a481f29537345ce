/** Usage: how much of the bundle is used and where it leads, day by day, and every unit with what it rests on. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Billing } from "../../api/billing";
import { Section } from "../../ui/Section";
import classes from "../Billing.module.css";
import { Meter } from "../Meter";
import { count, forecastInWords, spanOf, usageWarning } from "../words";
import { Ledger } from "./Ledger";
import { NotCounted } from "./NotCounted";
import { Rule } from "./Rule";
import { UsageDays } from "./UsageDays";

export default function UsagePart({ billing }: { billing: Billing }) {
  return (
    <>
      <Period billing={billing} />
      <UsageDays billing={billing} />
      <Ledger billed={billing.billed} />
      <NotCounted />
      <Rule rule={billing.rule} />
    </>
  );
}

function Period({ billing }: { billing: Billing }) {
  const { usage, period, billed } = billing;
  const { net, counted, credited, included } = usage;
  const warning = usageWarning(billing);
  const [all, total] = [count(included ?? 0), count(counted)];
  const about = usage.forecast && count(usage.forecast.by_end);
  return (
    <Section title={t`This period`} says={spanOf(period.start, period.end)}>
      <dl className={classes.facts}>
        <div>
          <dt>{billed ? t`Resolutions that count` : t`Resolutions`}</dt>
          <dd>
            <span className={classes.figure}>
              {count(net)}{" "}
              {included !== null && (
                <small>
                  {billing.standing === "trial" ? t`of ${all} in the trial` : t`of ${all} included`}
                </small>
              )}
            </span>
            <Meter usage={usage} />
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Taken back</Trans>
          </dt>
          <dd>
            <span className={classes.figure}>{count(credited)}</span>
            <span>
              {t`of ${total} counted: the customer came back, was not content, or you disputed it.`}
            </span>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Where it leads</Trans>
          </dt>
          <dd>
            <span className={classes.figure}>{about ? t`About ${about}` : "–"}</span>
            <span>{forecastInWords(billing)}</span>
          </dd>
        </div>
      </dl>
      {warning && (
        <div className={classes.callout} data-mood={usage.paused ? "bad" : "warn"} role="status">
          <p>{warning}</p>
        </div>
      )}
    </Section>
  );
}
