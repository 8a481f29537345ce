/** Each team's line and its people, as they are now. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Menu } from "@mantine/core";
import { Link } from "wouter";
import type { PromisedCall, TeamQueue, WaitingRow, Worker } from "../api/queue";
import { inboxPath } from "../inbox/address";
import { PRIORITIES } from "../inbox/list/deeds";
import { PRESENCE_WORDS } from "../inbox/transfer/targets";
import { useNow } from "../inbox/useNow";
import { untilInWords, waitClock } from "../inbox/waiting";
import { useMay } from "../shell/useMay";
import { Bone } from "../ui/Bone";
import { Empty } from "../ui/Empty";
import { Failure } from "../ui/Failure";
import classes from "./Queue.module.css";
import { useAssign, useCalls, useQueue } from "./useQueue";
import { rangeInWords } from "./words";

export function NowPart() {
  const { data, error, refetch } = useQueue();
  const calls = useCalls();
  if (error && !data) {
    return (
      <Failure problem={error} what={t`The queue could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <NowSkeleton />;
  if (data.teams.length === 0) {
    return (
      <Empty title={t`There is no team yet`}>
        <p>
          <Trans>
            Conversations wait for a team. Make the first one on the{" "}
            <Link href="/console/team">Team page</Link>.
          </Trans>
        </p>
      </Empty>
    );
  }
  return (
    <>
      {calls.data && calls.data.data.length > 0 && <Calls calls={calls.data.data} />}
      {data.teams.map((queue) => (
        <Team key={queue.team?.id ?? "desk"} queue={queue} />
      ))}
    </>
  );
}

function Calls({ calls }: { calls: PromisedCall[] }) {
  const now = useNow();
  return (
    <section className={classes.team} aria-label={t`Calls that were promised`}>
      <h2>
        <Trans>Calls that were promised</Trans> <small>{calls.length}</small>
      </h2>
      <ul className={classes.calls}>
        {calls.map((one) => (
          <li key={one.id} data-late={one.late || undefined}>
            <Link href={inboxPath("all", one.conversation_id)}>{one.customer.name}</Link>
            <span>{one.phone.text}</span>
            <span>{one.late ? t`Late: the customer was told so` : untilInWords(one.begins_at, now)}</span>
            <span>{one.owner?.name ?? one.team?.name ?? t`The whole desk`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Team({ queue }: { queue: TeamQueue }) {
  const now = useNow();
  const name = queue.team?.name ?? t`The whole desk`;
  const there = queue.people.filter((one) => one.presence === "online");
  return (
    <section className={classes.team} aria-label={name}>
      <h2>
        {name}{" "}
        <small>
          {queue.count === 0 ? t`nobody waits` : plural(queue.count, { one: "# waits", other: "# wait" })}
        </small>
        {queue.resting > 0 && (
          <small>{plural(queue.resting, { one: "# waits for a call", other: "# wait for a call" })}</small>
        )}
        {queue.opens_at && (
          <small>
            <Trans>closed, back {{ when: untilInWords(queue.opens_at, now) }}</Trans>
          </small>
        )}
      </h2>
      <People people={queue.people} />
      {queue.waiting.length > 0 && there.length === 0 && queue.open && (
        <p className={classes.warn}>
          <Trans>Nobody of this team is online, so nobody was told how long it takes.</Trans>
        </p>
      )}
      {queue.waiting.length > 0 && isFull(there) && (
        <p className={classes.warn}>
          <Trans>
            Everybody of this team who is online is full: give some to others, or let more people come online.
          </Trans>
        </p>
      )}
      {queue.waiting.length > 0 && (
        <ol className={classes.line}>
          {queue.waiting.map((one) => (
            <Row key={one.conversation.id} one={one} people={queue.people} />
          ))}
        </ol>
      )}
      {queue.count > queue.waiting.length && (
        <p className={classes.more}>
          {plural(queue.count - queue.waiting.length, {
            one: "And # more behind them.",
            other: "And # more behind them.",
          })}
        </p>
      )}
    </section>
  );
}

/** Some are there, and none of them has room for another. */
const isFull = (there: readonly Worker[]): boolean =>
  there.length > 0 && there.every(({ load, capacity }) => load >= capacity);

/** "2 of 4, away, not on shift". */
const standsInWords = ({ load, capacity, presence, on_shift }: Worker): string =>
  [t`${load} of ${capacity}`, presence !== "online" && PRESENCE_WORDS[presence], !on_shift && t`not on shift`]
    .filter(Boolean)
    .join(", ");

function People({ people }: { people: Worker[] }) {
  if (people.length === 0)
    return (
      <p className={classes.more}>
        <Trans>Nobody is in this team.</Trans>
      </p>
    );
  return (
    <ul className={classes.people}>
      {people.map((one) => (
        <li key={one.id} data-presence={one.presence}>
          <span className={classes.dot} aria-hidden="true" />
          {one.name}
          <small>{standsInWords(one)}</small>
        </li>
      ))}
    </ul>
  );
}

function Row({ one, people }: { one: WaitingRow; people: Worker[] }) {
  const now = useNow();
  const row = one.conversation;
  const since = row.waiting_since ?? row.updated_at;
  return (
    <li>
      <span className={classes.place}>{one.place}</span>
      <Link href={inboxPath("waiting", row.id)} className={classes.who}>
        {row.customer.name}
        <small>
          {[
            row.priority !== "normal" && PRIORITIES[row.priority],
            row.trigger?.label,
            row.offered_to && t`offered to ${{ name: row.offered_to.name }}`,
          ]
            .filter(Boolean)
            .join(" · ")}
        </small>
      </Link>
      <span className={classes.fact}>
        <small>
          <Trans>waits</Trans>
        </small>
        {waitClock(since, now)}
      </span>
      <span className={classes.fact}>
        <small>
          <Trans>told</Trans>
        </small>
        {one.told ? rangeInWords(one.told) : t`nothing yet`}
      </span>
      <span className={classes.fact}>
        {one.told && (
          <>
            <small>
              <Trans>still</Trans>
            </small>
            {one.left ? rangeInWords(one.left) : t`longer than told`}
          </>
        )}
      </span>
      <Give row={one} people={people} />
    </li>
  );
}

/** A supervisor gives it straight to a person. */
function Give({ row, people }: { row: WaitingRow; people: Worker[] }) {
  const may = useMay("conversations.assign");
  const give = useAssign();
  if (!may) return null;
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          loading={give.isPending}
          aria-label={t`Give to… (${{ name: row.conversation.customer.name }})`}
        >
          <Trans>Give to…</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {people.length === 0 && (
          <Menu.Label>
            <Trans>Nobody is in this team.</Trans>
          </Menu.Label>
        )}
        {people.map((one) => (
          <Menu.Item
            key={one.id}
            rightSection={
              <small>
                {PRESENCE_WORDS[one.presence]}, {t`${{ load: one.load }} of ${{ capacity: one.capacity }}`}
              </small>
            }
            onClick={() => give.mutate({ row: row.conversation, to: one })}
          >
            {one.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function NowSkeleton() {
  return (
    <div className={classes.team} aria-busy="true" role="status" aria-label={t`Loading`}>
      <Bone width={180} height={20} />
      <Bone width="100%" height={44} />
      <Bone width="100%" height={44} />
      <Bone width="100%" height={44} />
    </div>
  );
}
