/** One webhook: how it stands, what can be done with it, and what it was sent. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link, useLocation } from "wouter";
import { moment } from "../../../shared/time";
import type { Webhook } from "../../api/webhooks";
import { Ago } from "../../ui/Ago";
import { Failure } from "../../ui/Failure";
import { FormProblem } from "../../ui/FormProblem";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { Section } from "../../ui/Section";
import { Acts } from "./Acts";
import { DeliveryDialog } from "./DeliveryDialog";
import { Log } from "./Log";
import { State } from "./State";
import { useChangeWebhook, useWebhook, webhookPath, webhooksPath } from "./useWebhooks";
import classes from "./Webhooks.module.css";
import { dayIn, typesIn, whyOff } from "./words";

export function One({ id, delivery }: { id: string; delivery: string | undefined }) {
  const { data: webhook, error, refetch } = useWebhook(id);
  const [, go] = useLocation();
  if (!webhook && error) {
    return (
      <>
        <Back />
        <Failure problem={error} what={t`The webhook could not be loaded.`} onRetry={() => void refetch()} />
      </>
    );
  }
  if (!webhook) return <SectionSkeleton fields={3} />;
  return (
    <>
      <Back />
      {webhook.state === "disabled" && <SwitchedOff webhook={webhook} />}
      <Section title={webhook.description || webhook.url} actions={<State webhook={webhook} />}>
        <Facts webhook={webhook} />
        <Acts webhook={webhook} />
      </Section>
      <Log webhook={webhook} />
      {delivery && <DeliveryDialog id={delivery} onClose={() => go(webhookPath(id))} />}
    </>
  );
}

function Back() {
  return (
    <Link href={webhooksPath} className={classes.back}>
      <Trans>← All webhooks</Trans>
    </Link>
  );
}

function SwitchedOff({ webhook }: { webhook: Webhook }) {
  const change = useChangeWebhook(webhook.id);
  return (
    <div className={classes.banner} role="status">
      <p>
        {webhook.disabled_at ? (
          <Trans>
            <strong>Nothing is sent there</strong> since <Ago at={webhook.disabled_at} past />.
          </Trans>
        ) : (
          <strong>
            <Trans>Nothing is sent there.</Trans>
          </strong>
        )}{" "}
        {whyOff(webhook)}{" "}
        {webhook.disabled_because !== "person" && t`What it missed can be sent again once it is switched on.`}
      </p>
      <Button loading={change.isPending} onClick={() => change.mutate({ state: "enabled" })}>
        <Trans>Switch on</Trans>
      </Button>
      <FormProblem problem={change.error} />
    </div>
  );
}

function Facts({ webhook }: { webhook: Webhook }) {
  const { previous_secret_until: until, failing_since: since } = webhook;
  const time = until && moment(until);
  const who = webhook.created_by?.name;
  return (
    <dl className={classes.facts}>
      <dt>
        <Trans>Address</Trans>
      </dt>
      <dd>
        <code>{webhook.url}</code>
      </dd>
      <dt>
        <Trans>Events</Trans>
      </dt>
      <dd title={webhook.types.join(", ")}>{typesIn(webhook.types)}</dd>
      <dt>
        <Trans>Last 24 hours</Trans>
      </dt>
      <dd>{dayIn(webhook.last_day)}</dd>
      {since && (
        <>
          <dt>
            <Trans>Failing</Trans>
          </dt>
          <dd className={classes.bad}>
            <Trans>
              since <Ago at={since} past />; after three days it is switched off.
            </Trans>
          </dd>
        </>
      )}
      {until && (
        <>
          <dt>
            <Trans>Secret</Trans>
          </dt>
          <dd>
            <Trans>The one before signs too until {time}.</Trans>
          </dd>
        </>
      )}
      <dt>
        <Trans>Added</Trans>
      </dt>
      <dd>
        {who ? (
          <Trans>
            <Ago at={webhook.created_at} past /> by {who}
          </Trans>
        ) : (
          <Ago at={webhook.created_at} past />
        )}
      </dd>
    </dl>
  );
}
