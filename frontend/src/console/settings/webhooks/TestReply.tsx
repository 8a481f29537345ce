/** What came of a test event, at once. */

import { t } from "@lingui/core/macro";
import type { WebhookDeliveryWhole } from "../../api/webhooks";
import { number } from "../../shell/locale";
import { Block } from "./Block";
import classes from "./Webhooks.module.css";

export function TestReply({ sent }: { sent: WebhookDeliveryWhole }) {
  const [status, took] = [sent.status ?? 0, number(sent.took_ms ?? 0)];
  const taken = sent.state === "delivered";
  const reply = sent.log.at(-1)?.reply;
  return (
    <div className={classes.detail} role="status">
      <p className={taken ? classes.says : classes.bad}>
        {taken ? t`It took the test event: ${status} after ${took} ms.` : t`It did not take the test event.`}{" "}
        {!taken && sent.problem}
      </p>
      {reply && <Block title={t`What it answered`}>{reply}</Block>}
    </div>
  );
}
