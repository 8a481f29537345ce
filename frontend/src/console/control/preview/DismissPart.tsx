/** Puts a risk aside, with a reason: it comes back when it rises further, and the reason counts in quality. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Radio, TextInput } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { DISMISSALS, type Dismissal } from "../../api/control";
import { DISMISSAL_NAMES } from "../words";
import classes from "./Preview.module.css";

interface DismissProps {
  busy: boolean;
  onDismiss: (reason: Dismissal, because: string) => void;
  onCancel: () => void;
}

export default function DismissPart({ busy, onDismiss, onCancel }: DismissProps) {
  const [reason, setReason] = useState<Dismissal>("handled");
  const [because, setBecause] = useState("");
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const ready = !busy && (reason !== "other" || because.trim() !== "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) onDismiss(reason, because.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onCancel();
  };
  return (
    <form className={classes.panel} aria-label={t`Dismiss the risk`} onSubmit={submit} onKeyDown={onKeyDown}>
      <Radio.Group
        size="xs"
        label={t`Why is it no risk?`}
        description={t`It comes back by itself when the risk rises further.`}
        value={reason}
        onChange={(value) => setReason(value as Dismissal)}
      >
        <div className={classes.reasons}>
          {DISMISSALS.map((value, place) => (
            <Radio
              key={value}
              size="xs"
              value={value}
              label={DISMISSAL_NAMES[value]}
              {...(place === 0 && { ref: first })}
            />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        size="xs"
        label={reason === "other" ? t`Which?` : t`For your team`}
        placeholder={reason === "other" ? "" : t`Optional`}
        maxLength={300}
        value={because}
        onChange={(event) => setBecause(event.currentTarget.value)}
      />
      <div className={classes.foot}>
        <Button size="xs" type="submit" disabled={!ready} loading={busy}>
          <Trans>Dismiss the risk</Trans>
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
        <span className={classes.hint}>
          <Trans>
            <kbd>Enter</kbd> dismisses, <kbd>Esc</kbd> leaves
          </Trans>
        </span>
      </div>
    </form>
  );
}
