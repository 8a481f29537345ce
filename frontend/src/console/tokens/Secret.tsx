/** The secret of a new token: this is the only time that anybody sees it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { CopyBox } from "../ui/CopyBox";
import { pathToTry } from "./examples";
import classes from "./Tokens.module.css";

interface SecretProps {
  secret: string;
  scopes: readonly string[];
  onStored: () => void;
}

export function Secret({ secret, scopes, onStored }: SecretProps) {
  const path = pathToTry(scopes);
  const example = `curl -H "Authorization: Bearer ${secret}" ${window.location.origin}/api/v1/${path}`;
  return (
    <div className={classes.form}>
      <p className={classes.says}>
        <Trans>
          Copy it now and keep it where your program finds it. It is stored here as a digest only, so it
          cannot be shown again.
        </Trans>
      </p>
      <CopyBox text={secret} what={t`the token`} />
      {path && (
        <>
          <p className={classes.says}>
            <Trans>It goes with each request:</Trans>
          </p>
          <CopyBox text={example} what={t`the example`} />
        </>
      )}
      <div className={classes.foot}>
        <Button onClick={onStored}>
          <Trans>I have kept it</Trans>
        </Button>
      </div>
    </div>
  );
}
