/** A note of one's own on all charts: a day, and what happened. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, TextInput } from "@mantine/core";
import { useState } from "react";
import { atField } from "../../api/problems";
import type { Period } from "../../api/reports";
import { FormProblem } from "../../ui/FormProblem";
import { useMarks } from "../useReports";
import classes from "./Metric.module.css";

const LONGEST = 120;

interface NoteDialogProps {
  opened: boolean;
  today: string;
  period: Period;
  onClose: () => void;
}

export function NoteDialog(props: NoteDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t`Add a note to the charts`} size={420}>
      {props.opened && <Form {...props} />}
    </Modal>
  );
}

function Form({ today, period, onClose }: NoteDialogProps) {
  const [title, setTitle] = useState("");
  const [on, setOn] = useState(period.to < today ? period.to : today);
  const { add } = useMarks();
  const save = () => add.mutate({ on, title: title.trim() }, { onSuccess: onClose });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() && on) save();
      }}
    >
      <TextInput
        label={t`What happened`}
        placeholder={t`Autumn sale began`}
        maxLength={LONGEST}
        value={title}
        error={atField(add.error, "title")}
        onChange={(event) => setTitle(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        type="date"
        label={t({ message: "On", context: "a day" })}
        value={on}
        max={today}
        error={atField(add.error, "on")}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <FormProblem problem={add.error} fields={["title", "on"]} />
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={add.isPending} disabled={!title.trim() || !on}>
          <Trans>Add the note</Trans>
        </Button>
      </div>
    </form>
  );
}
