/** Passing one over, with the reason; it can be put back. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { type Assessment, putBack, skipAssessment } from "../../api/assessments";
import { FormProblem } from "../../ui/FormProblem";
import { offerUndo, tellFailure } from "../../ui/notices";
import { useSettled } from "../useAssessments";
import classes from "./Assess.module.css";

export function SkipButton({ one, onSkipped }: { one: Assessment; onSkipped: () => void }) {
  const { name } = one.customer;
  const [asking, setAsking] = useState(false);
  const [because, setBecause] = useState("");
  const settled = useSettled();
  const skip = useMutation({
    mutationFn: () => skipAssessment(one.id, because.trim()),
    onSuccess: () => {
      settled();
      onSkipped();
      offerUndo({
        id: "passed over",
        says: t`${name} was passed over.`,
        undo: () => putBack(one.id).then(settled, tellFailure),
      });
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>Pass over</Trans>
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t`Pass this one over`} size={460}>
        <form
          className={classes.card}
          onSubmit={(event) => {
            event.preventDefault();
            if (because.trim()) skip.mutate();
          }}
        >
          <TextInput
            label={t`Why it cannot be judged`}
            placeholder={t`Only a picture, a test of our own, …`}
            maxLength={200}
            data-autofocus
            value={because}
            onChange={(event) => setBecause(event.currentTarget.value)}
          />
          <FormProblem problem={skip.error} />
          <div className={classes.foot}>
            <Button type="submit" disabled={!because.trim()} loading={skip.isPending}>
              <Trans>Pass over</Trans>
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              <Trans>Cancel</Trans>
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}
