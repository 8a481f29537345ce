/** Setting up the second factor: scan the code, then prove that the app shows the right numbers. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { beginTotp, confirmTotp, type Enrolment } from "../api/account";
import { atField } from "../api/problems";
import { Bone } from "../ui/Bone";
import { CopyButton } from "../ui/CopyButton";
import { Failure } from "../ui/Failure";
import { FormProblem } from "../ui/FormProblem";
import classes from "./Account.module.css";

interface EnrolProps {
  onCodes: (codes: string[]) => void;
  /** Without it there is no way back: the workspace asks for it. */
  onCancel?: () => void;
}

/** One secret for as long as this part of the page is open. */
function useEnrolment() {
  return useQuery({
    queryKey: ["enrolment"],
    queryFn: () => beginTotp(),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
}

/** Groups of four are read and typed with fewer slips. */
export const inGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, "$1 ");

export function Enrol({ onCodes, onCancel }: EnrolProps) {
  const { data: enrolment, error, refetch } = useEnrolment();
  if (error) {
    return (
      <Failure
        problem={error}
        what={t`The second factor cannot be set up now.`}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <ol className={classes.steps}>
      <li>
        <h3>
          <Trans>Open your authenticator app</Trans>
        </h3>
        <p>
          <Trans>Any will do, such as Aegis, Google Authenticator, 1Password or Apple's Passwords.</Trans>
        </p>
      </li>
      <li>
        <h3>
          <Trans>Scan this code with it</Trans>
        </h3>
        {enrolment ? <Secret enrolment={enrolment} /> : <Bone width={176} height={176} />}
      </li>
      <li>
        <h3>
          <Trans>Type the six digits that the app shows</Trans>
        </h3>
        <CodeForm ready={enrolment !== undefined} onCodes={onCodes} {...(onCancel && { onCancel })} />
      </li>
    </ol>
  );
}

function Secret({ enrolment }: { enrolment: Enrolment }) {
  const picture = `data:image/svg+xml;utf8,${encodeURIComponent(enrolment.svg)}`;
  return (
    <div className={classes.secret}>
      <img
        className={classes.qr}
        src={picture}
        width={176}
        height={176}
        alt={t`QR code for your authenticator app; the same secret stands beside it as text`}
      />
      <div>
        <p>
          <Trans>Cannot scan it? Type this secret into the app:</Trans>
        </p>
        <code>{inGroups(enrolment.secret)}</code>
        <CopyButton text={enrolment.secret} what={t`the secret`} />
      </div>
    </div>
  );
}

function CodeForm({ ready, onCodes, onCancel }: EnrolProps & { ready: boolean }) {
  const [code, setCode] = useState("");
  const confirm = useMutation({
    mutationFn: () => confirmTotp(code.replace(/\s/g, "")),
    onSuccess: ({ recovery_codes }) => onCodes(recovery_codes),
    onError: () => setCode(""),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  const wrong = atField(confirm.error, "code");
  return (
    <form className={classes.code} onSubmit={submit}>
      <TextInput
        aria-label={t`Code from the app`}
        inputMode="numeric"
        autoComplete="one-time-code"
        placeholder="123456"
        required
        pattern="[0-9 ]{6,7}"
        title={t`Six digits`}
        value={code}
        error={wrong !== null}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!ready} loading={confirm.isPending}>
        <Trans>Turn on</Trans>
      </Button>
      {onCancel && (
        <Button variant="default" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      )}
      {wrong && (
        <p className={classes.wrong} role="alert">
          {wrong}
        </p>
      )}
      <FormProblem problem={confirm.error} fields={["code"]} />
    </form>
  );
}
