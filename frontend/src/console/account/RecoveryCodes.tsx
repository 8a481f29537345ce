/** The recovery codes, shown this once: copied, kept as a file, or printed. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { CopyButton } from "../ui/CopyButton";
import { saveFile } from "../ui/saveFile";
import classes from "./Account.module.css";
import { codesAsText } from "./codes";

interface RecoveryCodesProps {
  codes: readonly string[];
  email: string;
  onStored: () => void;
}

export function RecoveryCodes({ codes, email, onStored }: RecoveryCodesProps) {
  const [stored, setStored] = useState(false);
  const { host } = window.location;
  const text = codesAsText(codes, { email, host });
  return (
    <div className={classes.recovery}>
      <h2>
        <Trans>Keep these recovery codes now</Trans>
      </h2>
      <p>
        <Trans>
          Each opens your account once when your phone is not at hand. They are shown only this time: a
          password manager or a sheet of paper in a drawer are good places.
        </Trans>
      </p>
      <p className={classes.whose}>
        <Trans>
          {email} at {host}
        </Trans>
      </p>
      <ul className={classes.codes} aria-label={t`Recovery codes`}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={classes.row}>
        <CopyButton text={text} what={t`the recovery codes`} />
        <Button variant="default" size="xs" onClick={() => saveFile("baton-recovery-codes.txt", text)}>
          <Trans>Download</Trans>
        </Button>
        <Button variant="default" size="xs" onClick={() => window.print()}>
          <Trans>Print</Trans>
        </Button>
      </div>
      <Checkbox
        label={t`I have kept them`}
        checked={stored}
        onChange={(event) => setStored(event.currentTarget.checked)}
      />
      <div className={classes.row}>
        <Button disabled={!stored} onClick={onStored}>
          <Trans>Done</Trans>
        </Button>
      </div>
    </div>
  );
}
