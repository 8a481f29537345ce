/** Back from the page where one pays: waits for the answer, thanks, or says that it was not finished. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { useSearchParams } from "wouter";
import { explain, isMissing } from "../../api/problems";
import classes from "../Billing.module.css";
import { useBilling, useCheckout, useReadBillingAgain } from "../useBilling";
import type { Mood } from "../words";

export const CHECKOUT = "checkout";
/** What the way back says that one takes without paying. */
export const CANCELLED = "cancelled";

export function CheckoutReturn() {
  const [query, setQuery] = useSearchParams();
  const id = query.get(CHECKOUT);
  if (!id) return null;
  const away = () =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete(CHECKOUT);
        return next;
      },
      { replace: true },
    );
  return id === CANCELLED ? <NotFinished onClose={away} /> : <Outcome id={id} onClose={away} />;
}

function Outcome({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: checkout, error, refetch } = useCheckout(id);
  const { data: billing } = useBilling();
  const readAgain = useReadBillingAgain();
  const complete = checkout?.state === "complete";
  const name = billing?.plan.name;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again once, when it is complete
  useEffect(() => {
    if (complete) readAgain();
  }, [complete]);
  if (error && !checkout) {
    if (isMissing(error)) return <NotFinished onClose={onClose} />;
    return (
      <Told mood="warn" title={t`What came of your payment is not known yet`}>
        <p>
          {explain(error).message} <Trans>Nothing is lost: if you paid, it shows here by itself.</Trans>
        </p>
        <div className={classes.acts}>
          <Button size="xs" variant="default" onClick={() => void refetch()}>
            <Trans>Look again</Trans>
          </Button>
          <Close onClose={onClose} />
        </div>
      </Told>
    );
  }
  if (complete) {
    return (
      <Told
        mood="good"
        title={name ? t`You are on ${name}. Thank you.` : t`You are on your new plan. Thank you.`}
      >
        <p>
          {checkout.standing === "trial"
            ? t`Nothing was charged: what is left of your trial is yours. The first invoice comes after it.`
            : t`The receipt comes by mail, and the invoice is under Invoices.`}
        </p>
        <Close onClose={onClose} />
      </Told>
    );
  }
  if (checkout) return <NotFinished onClose={onClose} />;
  return (
    <Told title={t`One moment`}>
      <p>
        <Trans>Asking Stripe what came of your payment.</Trans>
      </p>
    </Told>
  );
}

function NotFinished({ onClose }: { onClose: () => void }) {
  return (
    <Told title={t`The checkout was not finished`}>
      <p>
        <Trans>Nothing was charged and nothing changed. You can choose a plan again whenever you like.</Trans>
      </p>
      <Close onClose={onClose} />
    </Told>
  );
}

function Close({ onClose }: { onClose: () => void }) {
  return (
    <Button size="xs" variant="default" onClick={onClose}>
      <Trans>Close</Trans>
    </Button>
  );
}

function Told({ title, mood, children }: { title: string; mood?: Mood; children: ReactNode }) {
  return (
    <div className={classes.callout} data-mood={mood} role="status">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
