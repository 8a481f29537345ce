/** A new password, with the present one as proof. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, PasswordInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type Account, changePassword } from "../api/account";
import { atField } from "../api/problems";
import { FormProblem } from "../ui/FormProblem";
import { tell } from "../ui/notices";
import { Section } from "../ui/Section";
import classes from "./Account.module.css";
import { useReadAccountAgain } from "./useAccount";

export function Password({ account }: { account: Account }) {
  const [open, setOpen] = useState(false);
  if (!account.has_password) {
    return (
      <Section
        title={t`Password`}
        says={t`You sign in without a password, through your company's single sign-on or by a link. If you want one, “Forgot your password?” at the sign-in sends you a letter.`}
      />
    );
  }
  return (
    <Section
      title={t`Password`}
      says={t`A new one signs out all your other sessions.`}
      actions={
        !open && (
          <Button variant="default" onClick={() => setOpen(true)}>
            <Trans>Change password</Trans>
          </Button>
        )
      }
    >
      {open && <PasswordForm email={account.email} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function PasswordForm({ email, onClose }: { email: string; onClose: () => void }) {
  const [current, setCurrent] = useState("");
  const [fresh, setFresh] = useState("");
  const readAgain = useReadAccountAgain();
  const change = useMutation({
    mutationFn: () => changePassword({ current, new: fresh }),
    onSuccess: () => {
      tell(t`Your password is changed, and your other sessions are signed out`);
      readAgain();
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      {/* Tells a password manager whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        label={t`Present password`}
        autoComplete="current-password"
        required
        data-autofocus
        value={current}
        error={atField(change.error, "current")}
        aria-invalid={atField(change.error, "current") !== null}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <PasswordInput
        label={t`New password`}
        description={t`At least 10 characters. A few words in a row are easy to keep and hard to guess.`}
        autoComplete="new-password"
        required
        minLength={10}
        value={fresh}
        error={atField(change.error, "new")}
        aria-invalid={atField(change.error, "new") !== null}
        onChange={(event) => setFresh(event.currentTarget.value)}
      />
      <FormProblem problem={change.error} fields={["current", "new"]} />
      <div className={classes.row}>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={change.isPending}>
          <Trans>Change password</Trans>
        </Button>
      </div>
    </form>
  );
}
