/** Cancels at the end of what is paid: why, what will no longer be there, and that nothing is deleted. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, Radio, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Billing, Loss, Reason } from "../../api/billing";
import { atField } from "../../api/problems";
import { Failure } from "../../ui/Failure";
import { FormProblem } from "../../ui/FormProblem";
import { tell } from "../../ui/notices";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { useFocusBack } from "../../ui/useFocusBack";
import classes from "../Billing.module.css";
import { useCancelPlan, usePreview } from "../useBilling";
import { dayOf } from "../words";
import own from "./Change.module.css";

/** By the words that Stripe keeps for a cancellation. */
const REASONS = [
  { value: "too_expensive", label: t`It costs too much` },
  { value: "missing_features", label: t`Something that we need is missing` },
  { value: "switched_service", label: t`We use something else` },
  { value: "unused", label: t`We do not use it enough` },
  { value: "too_complex", label: t`It is too hard to use` },
  { value: "low_quality", label: t`The answers are not good enough` },
  { value: "customer_service", label: t`We were not helped well` },
  { value: "other", label: t`Something else` },
];
const OTHER = "other";
const MOST_WORDS = 500;
const FREE = { plan: "free", interval: null, seats: null } as const;

interface CancelDialogProps {
  billing: Billing;
  onClose: () => void;
}

export function CancelDialog({ billing, onClose }: CancelDialogProps) {
  const { data: preview, error, refetch } = usePreview(FREE);
  useFocusBack();
  const ends = billing.renews_at ?? billing.period.end;
  const [name, day] = [billing.plan.name, dayOf(ends)];
  return (
    <Modal opened onClose={onClose} title={t`Cancel ${name}?`} size={560}>
      <p className={`${classes.says} ${own.intro}`}>
        <Trans>
          You keep it until <b>{day}</b>, and are on the free plan then. Nothing is deleted, and you can come
          back whenever you like.
        </Trans>{" "}
        {billing.overage.on && t`What was resolved beyond the bundle until then is on a last invoice.`}
      </p>
      {error && !preview ? (
        <Failure
          problem={error}
          what={t`What you would lose could not be loaded.`}
          onRetry={() => void refetch()}
        />
      ) : !preview ? (
        <SectionSkeleton fields={2} />
      ) : (
        <CancelForm billing={billing} losses={preview.losses} ends={ends} onClose={onClose} />
      )}
    </Modal>
  );
}

interface CancelFormProps extends CancelDialogProps {
  losses: readonly Loss[];
  ends: string;
}

function CancelForm({ billing, losses, ends, onClose }: CancelFormProps) {
  const [reason, setReason] = useState<Reason | "">("");
  const [words, setWords] = useState("");
  const [name, day] = [billing.plan.name, dayOf(ends)];
  const { mutate, isPending, error } = useCancelPlan();
  const cancel = () =>
    mutate(
      // Who leaves reads what goes, and ticks nothing: leaving is no harder than coming.
      { reason: reason || OTHER, words: words.trim(), accepts: losses.map(({ code }) => code) },
      {
        onSuccess: () => {
          tell(t`Cancelled. You keep ${name} until ${day}.`);
          onClose();
        },
      },
    );
  return (
    <div className={own.form}>
      {losses.length > 0 && (
        <div>
          <h3 className={own.lostHead}>
            <Trans>What you would no longer have</Trans>
          </h3>
          <ul className={own.lost}>
            {losses.map((loss) => (
              <li key={loss.code}>{loss.words}</li>
            ))}
          </ul>
        </div>
      )}
      <Radio.Group
        label={t`Why do you leave?`}
        description={t`If you like. A person reads it.`}
        value={reason}
        error={atField(error, "reason")}
        onChange={(next) => setReason(next as Reason)}
      >
        <div className={own.reasons}>
          {REASONS.map((one) => (
            <Radio key={one.value} {...one} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t`What should we have done better?`}
        autosize
        minRows={2}
        maxLength={MOST_WORDS}
        value={words}
        error={atField(error, "words")}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <FormProblem problem={error} fields={["reason", "words"]} />
      <div className={own.foot}>
        <Button variant="default" onClick={onClose}>
          <Trans>Keep {name}</Trans>
        </Button>
        <Button className={own.danger} loading={isPending} onClick={cancel}>
          <Trans>Cancel the subscription</Trans>
        </Button>
      </div>
    </div>
  );
}
