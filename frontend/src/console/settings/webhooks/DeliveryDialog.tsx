/** One delivery in full: what was sent, what came of each try, and sending it again. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { moment } from "../../../shared/time";
import { replayDelivery, type WebhookDeliveryWhole, type WebhookTry } from "../../api/webhooks";
import { number } from "../../shell/locale";
import { Bone } from "../../ui/Bone";
import { Confirm } from "../../ui/Confirm";
import { Failure } from "../../ui/Failure";
import { tell } from "../../ui/notices";
import { useFocusBack } from "../../ui/useFocusBack";
import { Block } from "./Block";
import { useDelivery, useLookAgain } from "./useWebhooks";
import classes from "./Webhooks.module.css";
import { STATES } from "./words";

export function DeliveryDialog({ id, onClose }: { id: string; onClose: () => void }) {
  useFocusBack();
  const { data, error, refetch } = useDelivery(id);
  return (
    <Modal opened onClose={onClose} title={data?.type ?? t`Delivery`} size={720}>
      {!data && error ? (
        <Failure problem={error} what={t`The delivery could not be loaded.`} onRetry={() => void refetch()} />
      ) : !data ? (
        <Bone width="100%" height={240} />
      ) : (
        <Detail sent={data} onClose={onClose} />
      )}
    </Modal>
  );
}

function Detail({ sent, onClose }: { sent: WebhookDeliveryWhole; onClose: () => void }) {
  const { url } = sent;
  const next = sent.next_at && moment(sent.next_at);
  const headers = Object.entries(sent.headers).map(([name, value]) => `${name}: ${value}`);
  return (
    <div className={classes.detail}>
      <dl className={classes.facts}>
        <dt>
          <Trans>State</Trans>
        </dt>
        <dd>
          <span className={classes.state} data-state={sent.state}>
            {STATES[sent.state]}
          </span>
          {next && <> · {t`next try ${next}`}</>}
        </dd>
        <dt>
          <Trans>Event</Trans>
        </dt>
        <dd>
          <code>{sent.event_id}</code>
        </dd>
        <dt>
          <Trans>Happened</Trans>
        </dt>
        <dd>{moment(sent.happened_at)}</dd>
        {sent.problem && (
          <>
            <dt>
              <Trans>Problem</Trans>
            </dt>
            <dd className={classes.bad}>{sent.problem}</dd>
          </>
        )}
      </dl>
      <Block title={t`Sent to ${url}`}>{headers.join("\n")}</Block>
      <Block title={t`Payload`}>{JSON.stringify(sent.payload, null, 2)}</Block>
      <Tries log={sent.log} />
      <Again sent={sent} onDone={onClose} />
    </div>
  );
}

function Tries({ log }: { log: readonly WebhookTry[] }) {
  if (log.length === 0)
    return (
      <p className={classes.says}>
        <Trans>It was not tried yet.</Trans>
      </p>
    );
  return (
    <ol className={classes.tries} aria-label={t`Tries`}>
      {log.map((one, index) => (
        <li key={one.at}>
          <span className={one.problem ? classes.bad : classes.says}>
            {index + 1}. {moment(one.at)} · {one.problem ?? one.status} ·{" "}
            {number(one.took_ms, { style: "unit", unit: "millisecond" })}
          </span>
          {one.reply && <Block title={t`What it answered`}>{one.reply}</Block>}
        </li>
      ))}
    </ol>
  );
}

function Again({ sent, onDone }: { sent: WebhookDeliveryWhole; onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  const again = useLookAgain();
  const replay = useMutation({
    mutationFn: () => replayDelivery(sent.id),
    onSuccess: () => {
      again();
      tell(t`It is sent again now.`);
      onDone();
    },
  });
  const open = sent.state === "pending" || sent.state === "failed";
  if (open || sent.cause === "test") return null;
  return (
    <div className={classes.foot}>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>Send again</Trans>
      </Button>
      <Confirm
        opened={asking}
        harmless
        title={t`Send this event again?`}
        does={t`Send again`}
        busy={replay.isPending}
        problem={replay.error}
        onClose={() => setAsking(false)}
        onConfirm={() => replay.mutate()}
      >
        <p>
          {sent.state === "delivered" ? t`Your program took it already.` : ""}{" "}
          <Trans>It goes out under the same id, so that a program that has it can leave it alone.</Trans>
        </p>
      </Confirm>
    </div>
  );
}
