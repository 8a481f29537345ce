/** With what is paid, and the way to Stripe's own page where it is changed. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { Billing } from "../../api/billing";
import { useMay } from "../../shell/useMay";
import { Section } from "../../ui/Section";
import { INVOICES } from "../addresses";
import classes from "../Billing.module.css";
import { useOpenPortal } from "../useBilling";
import own from "./Plan.module.css";

export function PaymentSection({ billing }: { billing: Billing }) {
  const portal = useOpenPortal();
  return (
    <Section title={t`Payment`} says={t`The card is kept by Stripe, never here.`}>
      <div className={own.payment}>
        <span>
          {billing.card ? (
            <Trans>
              Paid with <strong>{billing.card}</strong>.
            </Trans>
          ) : (
            t`No card is kept.`
          )}{" "}
          <Link className={classes.link} href={INVOICES}>
            <Trans>Invoices, address and tax numbers</Trans>
          </Link>
        </span>
        {useMay("billing.manage") && (
          <Button variant="default" loading={portal.isPending} onClick={() => portal.mutate()}>
            <Trans>Change the card</Trans>
          </Button>
        )}
      </div>
    </Section>
  );
}
