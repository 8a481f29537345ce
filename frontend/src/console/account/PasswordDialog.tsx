/** Asks for the password before something that weakens or renews the account's protection. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, PasswordInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { atField } from "../api/problems";
import { FormProblem } from "../ui/FormProblem";
import classes from "./Account.module.css";

interface PasswordDialogProps {
  opened: boolean;
  title: string;
  says: string;
  does: string;
  busy: boolean;
  problem: unknown;
  onClose: () => void;
  onPassword: (password: string) => void;
}

export function PasswordDialog(props: PasswordDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} size={420}>
      <PasswordForm {...props} />
    </Modal>
  );
}

function PasswordForm({ says, does, busy, problem, onClose, onPassword }: PasswordDialogProps) {
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onPassword(password);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <p className={classes.says}>{says}</p>
      <PasswordInput
        data-autofocus
        label={t`Your password`}
        autoComplete="current-password"
        required
        value={password}
        error={atField(problem, "password")}
        aria-invalid={atField(problem, "password") !== null}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <FormProblem problem={problem} fields={["password"]} />
      <div className={classes.row} data-end>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={busy}>
          {does}
        </Button>
      </div>
    </form>
  );
}
