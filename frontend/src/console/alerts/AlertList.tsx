/** One's alerts, the newest first: each leads to what it is about, and counts no more once it was followed. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { type Alert, fetchAlerts, seeAlert, seeAllAlerts } from "../api/alerts";
import { keys } from "../desk/keys";
import { CheckIcon } from "../shell/icons";
import { Ago } from "../ui/Ago";
import { Bone } from "../ui/Bone";
import { Failure } from "../ui/Failure";
import classes from "./Alerts.module.css";

/** Reads the count and the list anew after `act`; what fails stays unseen and can be tried again. */
function useSeeing<Given>(act: (given: Given) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: keys.alerts }),
  });
}

export default function AlertList({ onLeave }: { onLeave: () => void }) {
  const list = useInfiniteQuery({
    queryKey: keys.alertList,
    queryFn: ({ pageParam, signal }) => fetchAlerts(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  });
  const seeAll = useSeeing(seeAllAlerts);
  const unseen = list.data?.pages[0]?.unseen ?? 0;
  const alerts = list.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <section className={classes.panel} aria-label={t`Alerts`}>
      <header className={classes.head}>
        <h2>
          <Trans>Alerts</Trans>
        </h2>
        {unseen > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={seeAll.isPending}
            onClick={() => seeAll.mutate()}
          >
            <Trans>Mark all as seen</Trans>
          </Button>
        )}
      </header>
      <div className={classes.body}>
        {list.isPending && <Waiting />}
        {list.isError && (
          <Failure
            problem={list.error}
            what={t`The alerts did not load`}
            onRetry={() => void list.refetch()}
          />
        )}
        {list.isSuccess && alerts.length === 0 && (
          <p className={classes.none}>
            <Trans>
              Nothing to tell. When a rule asks for you, or something stops working, you read it here.
            </Trans>
          </p>
        )}
        {alerts.length > 0 && (
          <ul className={classes.list}>
            {alerts.map((alert) => (
              <Item key={alert.id} alert={alert} onLeave={onLeave} />
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <Button
            variant="subtle"
            fullWidth
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            <Trans>Show older ones</Trans>
          </Button>
        )}
      </div>
    </section>
  );
}

function Waiting() {
  return (
    <div className={classes.waiting} role="status" aria-label={t`The alerts are loading`}>
      <Bone width="70%" height={14} />
      <Bone width="90%" height={12} />
      <Bone width="60%" height={14} />
      <Bone width="85%" height={12} />
    </div>
  );
}

function Item({ alert, onLeave }: { alert: Alert; onLeave: () => void }) {
  const see = useSeeing(seeAlert);
  const follow = () => {
    if (!alert.seen) see.mutate(alert.id);
  };
  return (
    <li className={classes.item} data-unseen={!alert.seen || undefined} data-grave={alert.grave || undefined}>
      <Place
        alert={alert}
        onFollow={() => {
          follow();
          if (alert.link) onLeave();
        }}
      >
        <span className={classes.subject}>
          {!alert.seen && <span className={classes.dot} role="img" aria-label={t`Not seen`} />}
          {alert.subject}
        </span>
        {alert.text && <span className={classes.text}>{alert.text}</span>}
        <span className={classes.when}>
          <Ago at={alert.raised_at} past />
          {alert.count > 1 && ` · ${plural(alert.count, { one: "# time", other: "# times" })}`}
        </span>
      </Place>
      {!alert.seen && alert.link && (
        <Tooltip label={t`Mark as seen`} position="left">
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            className={classes.tick}
            aria-label={t`Mark as seen: ${{ subject: alert.subject }}`}
            loading={see.isPending}
            onClick={follow}
          >
            <CheckIcon size={14} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}

/** A link where the alert leads somewhere, else a button that marks it as seen. */
function Place({ alert, onFollow, children }: { alert: Alert; onFollow: () => void; children: ReactNode }) {
  if (alert.link?.startsWith("/console/")) {
    return (
      <Link href={alert.link} className={classes.place} onClick={onFollow}>
        {children}
      </Link>
    );
  }
  if (alert.link) {
    return (
      <a href={alert.link} className={classes.place} onClick={onFollow}>
        {children}
      </a>
    );
  }
  return (
    <button
      type="button"
      className={classes.place}
      onClick={onFollow}
      aria-disabled={alert.seen || undefined}
    >
      {children}
    </button>
  );
}
