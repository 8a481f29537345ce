/** The calls of the last thirty days, and bodies for as long as somebody looks for a fault. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Switch } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { clock } from "../../../shared/time";
import { type CallEntry, type Connector, changeConnector, fetchBodies, listCalls } from "../../api/connector";
import { number } from "../../shell/locale";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { tellFailure } from "../../ui/notices";
import { Section } from "../../ui/Section";
import table from "../../ui/Table.module.css";
import classes from "./Connector.module.css";
import { callsKey, connectorKey } from "./connectorKey";

const MINUTES = 15;
const LOOK_AGAIN = 10_000;

export function Log({ connector }: { connector: Connector }) {
  const [failed, setFailed] = useState(false);
  const list = useInfiniteQuery({
    queryKey: [...callsKey, failed],
    queryFn: ({ pageParam, signal }) => listCalls({ failed, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.has_more ? page.next_cursor : undefined),
    refetchInterval: LOOK_AGAIN,
  });
  const found = list.data?.pages.flatMap((page) => page.data);
  return (
    <Section
      title={t`Log`}
      says={t`Every call of the last 30 days, without anything that was asked or answered.`}
      actions={<Keeping connector={connector} />}
    >
      <Switch
        label={t`Only what failed`}
        checked={failed}
        onChange={(event) => setFailed(event.currentTarget.checked)}
      />
      {list.error && !found && (
        <Failure
          problem={list.error}
          what={t`The log could not be loaded.`}
          onRetry={() => void list.refetch()}
        />
      )}
      {!found && !list.error && <Bone width="100%" height={160} />}
      {found?.length === 0 && (
        <Empty title={failed ? t`Nothing failed` : t`No calls yet`}>
          <p>
            <Trans>Each request to your system is listed here with its status and time.</Trans>
          </p>
        </Empty>
      )}
      {found && found.length > 0 && <Calls calls={found} />}
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
    </Section>
  );
}

function Keeping({ connector }: { connector: Connector }) {
  const mayManage = useMay("settings.manage");
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: (minutes: number) => changeConnector({ keep_minutes: minutes }),
    onSuccess: (stored) => {
      client.setQueryData(connectorKey, stored);
      void client.invalidateQueries({ queryKey: callsKey });
    },
    onError: tellFailure,
  });
  if (!mayManage) return null;
  const until = connector.keeps_until;
  const time = until ? clock(until) : "";
  return (
    <Button
      variant="default"
      size="xs"
      loading={keep.isPending}
      onClick={() => keep.mutate(until ? 0 : MINUTES)}
    >
      {until ? t`Bodies are kept until ${time}: stop` : t`Keep bodies for ${MINUTES} minutes`}
    </Button>
  );
}

function Calls({ calls }: { calls: CallEntry[] }) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Call</Trans>
          </th>
          <th scope="col">
            <Trans>Outcome</Trans>
          </th>
          <th scope="col">
            <Trans>Time</Trans>
          </th>
          <th scope="col">
            <Trans>When</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {calls.map((one) => (
          <Row key={one.id} one={one} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ one }: { one: CallEntry }) {
  const mayManage = useMay("settings.manage");
  const [open, setOpen] = useState(false);
  return (
    <tr>
      <td>
        <code>{one.path}</code>
        {one.purpose === "test" && (
          <span className={classes.says}>
            {" "}
            <Trans>test</Trans>
          </span>
        )}
        {one.has_bodies && mayManage && (
          <Button variant="subtle" size="compact-xs" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t`Hide bodies` : t`Show bodies`}
          </Button>
        )}
        {open && <Bodies id={one.id} />}
      </td>
      <td data-label={t`Outcome`}>
        {one.outcome === "answered" ? (
          (one.status ?? "")
        ) : one.outcome === "under_way" ? (
          t`Under way`
        ) : (
          <span className={classes.bad}>{one.problem}</span>
        )}
      </td>
      <td data-label={t`Time`}>{number(one.took_ms, { style: "unit", unit: "millisecond" })}</td>
      <td data-label={t`When`}>
        <Ago at={one.at} past />
      </td>
    </tr>
  );
}

function Bodies({ id }: { id: string }) {
  const { data, error } = useQuery({
    queryKey: [...callsKey, "bodies", id],
    queryFn: ({ signal }) => fetchBodies(id, signal),
  });
  if (error)
    return (
      <p className={classes.bad}>
        <Trans>They are not kept any more.</Trans>
      </p>
    );
  if (!data) return <Bone width="100%" height={60} />;
  return (
    <div className={classes.sides}>
      <pre>{data.request ?? t`Nothing.`}</pre>
      <pre>{data.reply || t`Nothing.`}</pre>
    </div>
  );
}
