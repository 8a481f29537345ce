/** The calls of the last thirty days, and bodies for as long as somebody looks for a fault. */

import { Button, Switch } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { clock } from "../../../shared/time";
import { type CallEntry, type Connector, changeConnector, fetchBodies, listCalls } from "../../api/connector";
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
      title="Log"
      says="Every call of the last 30 days, without anything that was asked or answered."
      actions={<Keeping connector={connector} />}
    >
      <Switch
        label="Only what failed"
        checked={failed}
        onChange={(event) => setFailed(event.currentTarget.checked)}
      />
      {list.error && !found && (
        <Failure
          problem={list.error}
          what="The log could not be loaded."
          onRetry={() => void list.refetch()}
        />
      )}
      {!found && !list.error && <Bone width="100%" height={160} />}
      {found?.length === 0 && (
        <Empty title={failed ? "Nothing failed" : "No calls yet"}>
          <p>Each request to your system is listed here with its status and time.</p>
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
            Show more
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
  return (
    <Button
      variant="default"
      size="xs"
      loading={keep.isPending}
      onClick={() => keep.mutate(until ? 0 : MINUTES)}
    >
      {until ? `Bodies are kept until ${clock(until)}: stop` : `Keep bodies for ${MINUTES} minutes`}
    </Button>
  );
}

function Calls({ calls }: { calls: CallEntry[] }) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">Call</th>
          <th scope="col">Outcome</th>
          <th scope="col">Time</th>
          <th scope="col">When</th>
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
        {one.purpose === "test" && <span className={classes.says}> test</span>}
        {one.has_bodies && mayManage && (
          <Button variant="subtle" size="compact-xs" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? "Hide bodies" : "Show bodies"}
          </Button>
        )}
        {open && <Bodies id={one.id} />}
      </td>
      <td data-label="Outcome">
        {one.outcome === "answered" ? (
          (one.status ?? "")
        ) : one.outcome === "under_way" ? (
          "Under way"
        ) : (
          <span className={classes.bad}>{one.problem}</span>
        )}
      </td>
      <td data-label="Time">{one.took_ms} ms</td>
      <td data-label="When">
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
  if (error) return <p className={classes.bad}>They are not kept any more.</p>;
  if (!data) return <Bone width="100%" height={60} />;
  return (
    <div className={classes.sides}>
      <pre>{data.request ?? "Nothing."}</pre>
      <pre>{data.reply || "Nothing."}</pre>
    </div>
  );
}
