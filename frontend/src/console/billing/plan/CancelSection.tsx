/** The way out: told apart, never hidden, and never without what it means. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { Billing } from "../../api/billing";
import { useMay } from "../../shell/useMay";
import { Section } from "../../ui/Section";
import classes from "../Billing.module.css";
import { CancelDialog } from "../change/CancelDialog";
import { useResumePlan } from "../useBilling";
import { dayOf } from "../words";

export function CancelSection({ billing }: { billing: Billing }) {
  const [asking, setAsking] = useState(false);
  const resume = useResumePlan();
  if (!useMay("billing.manage")) return null;
  const { ends_at, plan } = billing;
  if (ends_at) {
    const [name, day] = [plan.name, dayOf(ends_at)];
    return (
      <Section
        title={t`Cancelled`}
        says={t`${name} stays until ${day}. Then you are on the free plan; nothing is deleted. If you change your mind before, nothing was ever interrupted.`}
      >
        <div className={classes.acts}>
          <Button variant="default" loading={resume.isPending} onClick={() => resume.mutate()}>
            <Trans>Keep {name}</Trans>
          </Button>
        </div>
      </Section>
    );
  }
  return (
    <Section title={t`Cancel`} says={t`At the end of what is paid. Until then everything stays as it is.`}>
      <div className={classes.acts}>
        <Button variant="default" onClick={() => setAsking(true)}>
          <Trans>Cancel the subscription</Trans>
        </Button>
      </div>
      {asking && <CancelDialog billing={billing} onClose={() => setAsking(false)} />}
    </Section>
  );
}
