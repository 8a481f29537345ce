/** With what is paid, and the way to Stripe's own page where it is changed. */

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
    <Section title="Payment" says="The card is kept by Stripe, never here.">
      <div className={own.payment}>
        <span>
          {billing.card ? (
            <>
              Paid with <strong>{billing.card}</strong>.
            </>
          ) : (
            "No card is kept."
          )}{" "}
          <Link className={classes.link} href={INVOICES}>
            Invoices, address and tax numbers
          </Link>
        </span>
        {useMay("billing.manage") && (
          <Button variant="default" loading={portal.isPending} onClick={() => portal.mutate()}>
            Change the card
          </Button>
        )}
      </div>
    </Section>
  );
}
