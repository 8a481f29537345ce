/** All webhooks, with how each fared in the last day. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { Webhook } from "../../api/webhooks";
import { PlusIcon } from "../../shell/icons";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { Section } from "../../ui/Section";
import table from "../../ui/Table.module.css";
import { EndpointDialog } from "./EndpointDialog";
import { State } from "./State";
import { useWebhookList, webhookPath } from "./useWebhooks";
import classes from "./Webhooks.module.css";
import { dayIn, typesIn } from "./words";

export function List() {
  const { data, error, refetch } = useWebhookList();
  const [creating, setCreating] = useState(false);
  return (
    <Section
      title={t`Addresses`}
      says={
        <Trans>
          Each gets the events that it asks for as signed requests. What it does not take is sent again for a
          day.{" "}
          <a href="/docs/api/receiving-webhooks/" target="_blank" rel="noreferrer">
            How to receive them
          </a>
        </Trans>
      }
      actions={
        <Button leftSection={<PlusIcon size={14} />} onClick={() => setCreating(true)} disabled={!data}>
          <Trans>Add webhook</Trans>
        </Button>
      }
    >
      {!data && error ? (
        <Failure problem={error} what={t`The webhooks could not be loaded.`} onRetry={() => void refetch()} />
      ) : !data ? (
        <div role="status" aria-label={t`Loading the webhooks`}>
          <Bone width="100%" height={120} />
        </div>
      ) : data.data.length === 0 ? (
        <Empty title={t`No webhooks yet`}>
          <p>
            <Trans>
              A webhook tells a program of yours what happens here, at once: a customer writes, a person takes
              over, an appointment is booked. Add the address of that program, choose the events, and send a
              test event to see that it arrives.
            </Trans>
          </p>
        </Empty>
      ) : (
        <Table webhooks={data.data} />
      )}
      <EndpointDialog opened={creating} onClose={() => setCreating(false)} />
    </Section>
  );
}

function Table({ webhooks }: { webhooks: readonly Webhook[] }) {
  return (
    <table className={table.table} aria-label={t`Webhooks`}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Address</Trans>
          </th>
          <th scope="col">
            <Trans>State</Trans>
          </th>
          <th scope="col">
            <Trans>Last 24 hours</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {webhooks.map((one) => (
          <tr key={one.id}>
            <td>
              <Link href={webhookPath(one.id)} className={classes.link}>
                {one.description || one.url}
              </Link>
              <span className={classes.under}>
                {one.description && `${one.url} · `}
                {typesIn(one.types)}
              </span>
            </td>
            <td data-label={t`State`}>
              <State webhook={one} />
            </td>
            <td data-label={t`Last 24 hours`}>{dayIn(one.last_day)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
