/** Before it is done: what is paid now and next, and what is lost; what blocks is told with who, what is only lost is accepted. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { Billing, Plan, Preview, Wanted } from "../../api/billing";
import { atField } from "../../api/problems";
import { Failure } from "../../ui/Failure";
import { FormProblem } from "../../ui/FormProblem";
import { tell } from "../../ui/notices";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import classes from "../Billing.module.css";
import { money } from "../money";
import { useChangePlan, useOpenCheckout, usePreview } from "../useBilling";
import { dayOf, given, isSubscribed, seatsInWords } from "../words";
import own from "./Change.module.css";
import { Losses } from "./Losses";

interface ReviewProps {
  billing: Billing;
  wanted: Wanted;
  plans: readonly Plan[];
  onBack: () => void;
  onDone: () => void;
}

export function Review({ billing, wanted, plans, onBack, onDone }: ReviewProps) {
  const { data: preview, error, refetch } = usePreview(wanted);
  const plan = plans.find((one) => one.key === wanted.plan);
  if (error && !preview) {
    return (
      <>
        <Failure problem={error} what={t`It could not be worked out.`} onRetry={() => void refetch()} />
        <Back onBack={onBack} />
      </>
    );
  }
  if (!preview || !plan) return <SectionSkeleton fields={3} />;
  const [name, seats] = [plan.name, seatsInWords(wanted.seats)];
  return (
    <>
      <p className={`${classes.says} ${own.told}`} ref={focusOnce} tabIndex={-1}>
        <b>
          {wanted.interval === "year"
            ? t`${name}, ${seats}, paid yearly.`
            : t`${name}, ${seats}, paid monthly.`}
        </b>{" "}
        {whenInWords(billing, preview)}
      </p>
      <Sums preview={preview} />
      <Decide
        billing={billing}
        wanted={wanted}
        preview={preview}
        onBack={onBack}
        onDone={onDone}
        onStale={() => void refetch()}
      />
    </>
  );
}

/** The step before is gone, and what had the focus with it: a screen reader goes on here. */
const focusOnce = (place: HTMLElement | null) => place?.focus();

/** When it holds and when it is paid. */
function whenInWords(billing: Billing, { now_cents, next_at }: Preview): string {
  if (isSubscribed(billing)) {
    return now_cents > 0
      ? t`It holds at once, and the rest of the period is paid now.`
      : t`It holds at once; what you paid already is set against your next invoices.`;
  }
  if (now_cents > 0) return t`You pay on Stripe’s page; it holds as soon as you have.`;
  const day = dayOf(next_at);
  return t`You give your card on Stripe’s page. What is left of your trial is yours: nothing is charged before ${day}.`;
}

/** Lines of a bill that come to nothing say nothing here. */
const counts = ({ cents }: { cents: number }): boolean => cents !== 0;

/** What was paid already and is more than the next invoice takes. */
const leftOver = ({ lines, now_cents, next_cents }: Preview): number =>
  now_cents > 0 || next_cents > 0 ? 0 : Math.max(0, -lines.reduce((sum, { cents }) => sum + cents, 0));

function Sums({ preview }: { preview: Preview }) {
  const { lines, now_cents, next_cents, next_at, currency } = preview;
  const left = leftOver(preview);
  const day = dayOf(next_at);
  return (
    <table className={`${classes.sums} ${own.sums}`} aria-label={t`What it costs`}>
      <tbody>
        {lines.filter(counts).map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may read the same, and none ever moves
          <tr key={place}>
            <th scope="row">{line.words}</th>
            <td>{given(line.cents, currency)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            <Trans>To pay now</Trans>
          </th>
          <td>{given(now_cents, currency)}</td>
        </tr>
        <tr>
          <th scope="row">
            <Trans>Next invoice, on {day}</Trans>
          </th>
          <td>{given(next_cents, currency)}</td>
        </tr>
        {left > 0 && (
          <tr>
            <th scope="row">
              <Trans>Kept for the invoices after it</Trans>
            </th>
            <td>{money(left, currency)}</td>
          </tr>
        )}
      </tfoot>
    </table>
  );
}

interface DecideProps {
  billing: Billing;
  wanted: Wanted;
  preview: Preview;
  onBack: () => void;
  onDone: () => void;
  /** It took too long to decide: what it costs is asked again. */
  onStale: () => void;
}

function Decide({ billing, wanted, preview, onBack, onDone, onStale }: DecideProps) {
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const change = useChangePlan();
  const checkout = useOpenCheckout();
  const subscribed = isSubscribed(billing);
  const { losses, now_cents, currency, at } = preview;
  const blocked = losses.some((loss) => loss.blocks);
  const open = losses.filter((loss) => !loss.blocks && !accepted.includes(loss.code));
  const sum = money(now_cents, currency);
  const done = ({ page }: { page: string | null }) => {
    if (page) window.location.assign(page);
    else tell(t`Changed. It holds from now on.`);
    onDone();
  };
  const onError = (problem: unknown) => {
    if (atField(problem, "at")) onStale();
  };
  const go = () =>
    subscribed
      ? change.mutate({ ...wanted, at, accepts: [...accepted] }, { onSuccess: done, onError })
      : checkout.mutate({ ...wanted, accepts: [...accepted] });
  const does = !subscribed ? t`Go to payment` : now_cents > 0 ? t`Pay ${sum} and change` : t`Change now`;
  return (
    <div className={own.decide}>
      <Losses losses={losses} accepted={accepted} onAccept={setAccepted} />
      <FormProblem problem={change.error ?? checkout.error} />
      <div className={own.foot}>
        <p className={classes.quiet}>
          {blocked
            ? t`Mend what stands in the way first.`
            : open.length > 0
              ? t`Tick what you accept.`
              : t`Without tax, which is added where it is due.`}
        </p>
        <Back onBack={onBack} />
        <Button
          disabled={blocked || open.length > 0}
          loading={change.isPending || checkout.isPending || checkout.isSuccess}
          onClick={go}
        >
          {does}
        </Button>
      </div>
    </div>
  );
}

const Back = ({ onBack }: { onBack: () => void }) => (
  <Button variant="default" onClick={onBack}>
    <Trans>Back</Trans>
  </Button>
);
