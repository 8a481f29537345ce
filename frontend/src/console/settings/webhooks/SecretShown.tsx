/** The secret of a webhook: this is the only time that anybody sees it. */

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
        Each request is signed with it, as Standard Webhooks says. Put it where your program finds it now: it
        is not shown again.
      </p>
      <CopyBox text={secret} what="the secret" />
      {also && <p className={classes.says}>{also}</p>}
      <div className={classes.foot}>
        <Button onClick={onKept}>I have kept it</Button>
      </div>
    </div>
  );
}
