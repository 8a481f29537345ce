/** Whether a webhook is sent anything, and whether it takes it. */

import { t } from "@lingui/core/macro";
import type { Webhook } from "../../api/webhooks";
import classes from "./Webhooks.module.css";

export function State({ webhook }: { webhook: Webhook }) {
  const failing = webhook.failing_since !== null;
  const state = webhook.state === "disabled" ? "disabled" : failing ? "failing" : "enabled";
  const says = { disabled: t`Switched off`, failing: t`Failing`, enabled: t`On` }[state];
  return (
    <span className={classes.state} data-state={state}>
      {says}
    </span>
  );
}
