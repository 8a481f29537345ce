/** The secret of a webhook: this is the only time that anybody sees it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { CopyBox } from "../../ui/CopyBox";
import classes from "./Webhooks.module.css";

interface SecretShownProps {
  secret: string;
  /** The one before, while it still signs. */
  also?: string;
  onKept: () => void;
}

export function SecretShown({ secret, also, onKept }: SecretShownProps) {
  return (
    <div className={classes.form}>
      <p className={classes.says}>
        <Trans>
          Each request is signed with it, as Standard Webhooks says. Put it where your program finds it now:
          it is not shown again.
        </Trans>
      </p>
      <CopyBox text={secret} what={t`the secret`} />
      {also && <p className={classes.says}>{also}</p>}
      <div className={classes.foot}>
        <Button onClick={onKept}>
          <Trans>I have kept it</Trans>
        </Button>
      </div>
    </div>
  );
}
