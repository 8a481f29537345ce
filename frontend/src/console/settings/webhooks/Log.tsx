/** What a webhook was sent in the last thirty days, with what came of it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { DeliveryState, Webhook, WebhookDeliveryRow } from "../../api/webhooks";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { Section } from "../../ui/Section";
import table from "../../ui/Table.module.css";
import { ReplayDialog } from "./ReplayDialog";
import { deliveryPath, useDeliveries, useEventTypes } from "./useWebhooks";
import classes from "./Webhooks.module.css";
import { outcomeOf, STATES } from "./words";

export function Log({ webhook }: { webhook: Webhook }) {
  const [state, setState] = useState<DeliveryState | "">("");
  const [type, setType] = useState("");
  const [replaying, setReplaying] = useState(false);
  const types = useEventTypes();
  const list = useDeliveries(webhook.id, state, type);
  const found = list.data?.pages.flatMap((page) => page.data);
  return (
    <Section
      title={t`Deliveries`}
      says={t`The last 30 days. An event keeps its id in every try, so that your program can tell what it has already.`}
      actions={
        webhook.state === "enabled" && (
          <Button variant="default" onClick={() => setReplaying(true)}>
            <Trans>Send again …</Trans>
          </Button>
        )
      }
    >
      <div className={classes.filters}>
        <NativeSelect
          label={t`State`}
          data={[
            { value: "", label: t`Any` },
            ...Object.entries(STATES).map(([value, label]) => ({ value, label })),
          ]}
          value={state}
          onChange={(event) => setState(event.currentTarget.value as DeliveryState | "")}
        />
        <NativeSelect
          label={t`Event`}
          data={[
            { value: "", label: t`Any` },
            ...(types.data?.data ?? []).map((one) => ({ value: one.type, label: one.type })),
            { value: "webhook.test", label: "webhook.test" },
          ]}
          value={type}
          onChange={(event) => setType(event.currentTarget.value)}
        />
      </div>
      {list.error && !found && (
        <Failure
          problem={list.error}
          what={t`The deliveries could not be loaded.`}
          onRetry={() => void list.refetch()}
        />
      )}
      {!found && !list.error && <Bone width="100%" height={160} />}
      {found?.length === 0 && (
        <Empty title={state || type ? t`None like this` : t`Nothing sent yet`}>
          <p>
            {state || type
              ? t`Choose another state or event to see others.`
              : t`Each event that goes out is listed here with what came of it. Send a test event to see one.`}
          </p>
        </Empty>
      )}
      {found && found.length > 0 && <Table id={webhook.id} found={found} />}
      {list.hasNextPage && (
        <div>
          <Button
            variant="default"
            size="xs"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
      {replaying && <ReplayDialog webhook={webhook} onClose={() => setReplaying(false)} />}
    </Section>
  );
}

function Table({ id, found }: { id: string; found: readonly WebhookDeliveryRow[] }) {
  return (
    <table className={table.table} aria-label={t`Deliveries`}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Event</Trans>
          </th>
          <th scope="col">
            <Trans>State</Trans>
          </th>
          <th scope="col">
            <Trans>Outcome</Trans>
          </th>
          <th scope="col">
            <Trans>When</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {found.map((one) => (
          <tr key={one.id}>
            <td>
              <Link href={deliveryPath(id, one.id)} className={classes.link}>
                {one.type}
              </Link>
              {one.cause === "replay" && (
                <span className={classes.under}>
                  <Trans>Sent again</Trans>
                </span>
              )}
            </td>
            <td data-label={t`State`}>
              <span className={classes.state} data-state={one.state}>
                {STATES[one.state]}
              </span>
            </td>
            <td data-label={t`Outcome`}>{outcomeOf(one)}</td>
            <td data-label={t`When`}>
              <Ago at={one.created_at} past />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
