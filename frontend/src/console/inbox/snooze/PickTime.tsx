/** Any moment ahead, for a snooze that none of the usual times fits. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal } from "@mantine/core";
import { type FormEvent, useState } from "react";
import classes from "./Snooze.module.css";
import { fieldValue } from "./times";

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

interface PickTimeProps {
  opened: boolean;
  onClose: () => void;
  onSnooze: (until: Date) => void;
}

export function PickTime({ opened, onClose, onSnooze }: PickTimeProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={t`Snooze until`} size={360}>
      <TimeForm onClose={onClose} onSnooze={onSnooze} />
    </Modal>
  );
}

function TimeForm({ onClose, onSnooze }: Omit<PickTimeProps, "opened">) {
  const [value, setValue] = useState(() => fieldValue(new Date(Date.now() + DAY)));
  const [past, setPast] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const until = new Date(value);
    if (!(until.getTime() > Date.now())) return setPast(true);
    onSnooze(until);
    onClose();
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <label htmlFor="snooze-until">
        <Trans>Date and time</Trans>
      </label>
      <input
        id="snooze-until"
        data-autofocus
        type="datetime-local"
        value={value}
        min={fieldValue(new Date())}
        max={fieldValue(new Date(Date.now() + 365 * DAY))}
        aria-invalid={past}
        aria-describedby={past ? "snooze-past" : undefined}
        onChange={(event) => {
          setValue(event.currentTarget.value);
          setPast(false);
        }}
      />
      {past && (
        <p id="snooze-past" className={classes.past} role="alert">
          <Trans>Choose a time that lies ahead.</Trans>
        </p>
      )}
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit">
          <Trans>Snooze</Trans>
        </Button>
      </div>
    </form>
  );
}
