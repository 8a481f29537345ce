/** Says that a resolution was none: with a reason, once; and what became of it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Dispute, LedgerLine } from "../../api/billing";
import { atField } from "../../api/problems";
import { FormProblem } from "../../ui/FormProblem";
import { tell } from "../../ui/notices";
import classes from "../Billing.module.css";
import { useDispute } from "../useBilling";
import { dayOf } from "../words";
import own from "./Usage.module.css";

const FEWEST_LETTERS = 3;
const MOST_LETTERS = 500;

export function DisputeForm({ line }: { line: LedgerLine }) {
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState("");
  const { mutate, isPending, error } = useDispute();
  if (!opened) {
    return (
      <div>
        <Button variant="default" size="xs" onClick={() => setOpened(true)}>
          <Trans>This was no resolution</Trans>
        </Button>
      </div>
    );
  }
  return (
    <form
      className={own.dispute}
      onSubmit={(event) => {
        event.preventDefault();
        mutate(
          { id: line.id, reason: reason.trim() },
          {
            onSuccess: (now) =>
              tell(now.dispute?.state === "open" ? t`Disputed. Somebody looks at it.` : t`Credited.`),
          },
        );
      }}
    >
      <Textarea
        label={t`Why was it none?`}
        description={t`It is credited at once. Where there are unusually many, a person looks at it first.`}
        autosize
        minRows={2}
        maxLength={MOST_LETTERS}
        required
        autoFocus
        value={reason}
        error={atField(error, "reason")}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <FormProblem problem={error} fields={["reason"]} />
      <div className={classes.acts}>
        <Button type="submit" size="xs" disabled={reason.trim().length < FEWEST_LETTERS} loading={isPending}>
          <Trans>Dispute it</Trans>
        </Button>
        <Button size="xs" variant="default" onClick={() => setOpened(false)}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </form>
  );
}

const focusOnce = (place: HTMLElement | null) => place?.focus();

const STATES: Record<Dispute["state"], string> = {
  open: t`Disputed; somebody looks at it`,
  upheld: t`Disputed, and credited`,
  declined: t`Disputed, and left as it is`,
};

interface DisputeStateProps {
  dispute: Dispute;
  /** It was raised just now: the form is gone, and what had the focus with it. */
  told: boolean;
}

export function DisputeState({ dispute, told }: DisputeStateProps) {
  return (
    <div className={own.part} ref={told ? focusOnce : undefined} tabIndex={-1}>
      <h3>{STATES[dispute.state]}</h3>
      <p>
        “{dispute.reason}” <span className={classes.quiet}>{`${dispute.by}, ${dayOf(dispute.at)}`}</span>
      </p>
      {dispute.answer && <p>{dispute.answer}</p>}
    </div>
  );
}
