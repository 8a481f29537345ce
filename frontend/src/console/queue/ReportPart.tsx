/** Whether what customers were told came true: every number opens its conversations. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { AskedWaits, Figures, QueueReport, WaitKind } from "../api/queue";
import { inboxPath } from "../inbox/address";
import { number, percent } from "../shell/locale";
import { Ago } from "../ui/Ago";
import { Bone } from "../ui/Bone";
import { Empty } from "../ui/Empty";
import { Failure } from "../ui/Failure";
import table from "../ui/Table.module.css";
import classes from "./Queue.module.css";
import { useReport, useWaits } from "./useQueue";
import { ENDED, KINDS, rangeInWords, secondsInWords, verdictOf } from "./words";

const DAYS = ["7", "28", "90"];

/** A share as a length of style sheets. */
const across = (share: number): string => `${100 * share}%`;

export function ReportPart() {
  const [days, setDays] = useState(28);
  const [asked, setAsked] = useState<AskedWaits | null>(null);
  const { data, error, refetch } = useReport(days);
  return (
    <>
      <SegmentedControl
        className={classes.days}
        size="xs"
        aria-label={t`How far back`}
        value={String(days)}
        data={DAYS.map((value) => ({
          value,
          label: plural(Number(value), { one: "# day", other: "# days" }),
        }))}
        onChange={(value) => setDays(Number(value))}
      />
      {error && !data ? (
        <Failure problem={error} what={t`The figures could not be loaded.`} onRetry={() => void refetch()} />
      ) : data ? (
        <Found report={data} onOpen={(kind, team) => setAsked({ kind, days: data.days, ...team })} />
      ) : (
        <div aria-busy="true" role="status" aria-label={t`Loading`} className={classes.figures}>
          <Bone width="100%" height={120} />
          <Bone width="100%" height={120} />
          <Bone width="100%" height={120} />
        </div>
      )}
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        size={640}
        title={asked && KINDS[asked.kind]}
      >
        {asked && <Behind asked={asked} />}
      </Modal>
    </>
  );
}

type Open = (kind: WaitKind, team?: { team_id: string }) => void;

function Count({
  of,
  kind,
  words,
  onOpen,
}: {
  of: Figures;
  kind: WaitKind;
  words: string;
  onOpen: () => void;
}) {
  const count = number(of[kind]);
  const says = words ? `${count} ${words}` : count;
  if (of[kind] === 0) return <span>{says}</span>;
  return (
    <button type="button" className={classes.number} onClick={onOpen}>
      {says}
    </button>
  );
}

function Found({ report, onOpen }: { report: QueueReport; onOpen: Open }) {
  const { all, waits, calls, stated } = report;
  if (all.waits === 0) {
    return (
      <Empty title={t`Nobody has waited yet`}>
        <p>
          <Trans>
            As soon as customers wait for a person, you see here how long, and whether they were told the
            truth.
          </Trans>
        </p>
      </Empty>
    );
  }
  const count = (kind: WaitKind, words: string) => (
    <Count of={all} kind={kind} words={words} onOpen={() => onOpen(kind)} />
  );
  return (
    <>
      <div className={classes.figures}>
        <section className={classes.figure} aria-label={t`Ranges that held`}>
          <h3>
            <Trans>Ranges that held</Trans>
          </h3>
          <p className={classes.big}>{all.share ? percent(all.share.value) : "–"}</p>
          {all.share && (
            <span className={classes.track} aria-hidden="true">
              <span
                className={classes.band}
                style={{ left: across(all.share.low), width: across(all.share.high - all.share.low) }}
              />
              <span className={classes.stated} style={{ left: across(stated) }} />
            </span>
          )}
          <p>{verdictOf(all.share, stated, all.told)}</p>
          <p className={classes.parts}>
            {count("held", t`held`)} {count("early", t`came earlier`)} {count("late", t`came later`)}
          </p>
        </section>
        <section className={classes.figure} aria-label={t`Waits`}>
          <h3>
            <Trans>Waits</Trans>
          </h3>
          <p className={classes.big}>{waits.median === null ? "–" : secondsInWords(waits.median)}</p>
          <p>
            {waits.p90 === null
              ? t`Nobody was taken yet.`
              : t`Half waited for less. One of ten waited for more than ${{ time: secondsInWords(waits.p90) }}.`}
          </p>
          <p className={classes.parts}>
            {count("waits", t`in all`)} {count("taken", t`taken`)}{" "}
            {count("left", t({ message: "left", context: "the queue" }))}{" "}
            {count("called", t`asked for a call`)} {count("no_range", t`without a range`)}
          </p>
        </section>
        <section className={classes.figure} aria-label={t`Calls that were promised`}>
          <h3>
            <Trans>Calls that were promised</Trans>
          </h3>
          <p className={classes.big}>{number(calls.promised)}</p>
          <p>
            {calls.promised === 0
              ? t`Nobody asked for a call.`
              : t`${{ kept: calls.kept }} kept in time, ${{ late: calls.late }} late, ${{ reached: calls.reached }} reached, ${{ open: calls.open }} still open.`}
          </p>
        </section>
      </div>
      <ByTeam report={report} onOpen={onOpen} />
      <p className={classes.definition}>
        <Trans>
          A range is told when 25 waits like it are known: as many ahead for each seat of those at work, at
          such an hour. It holds when a person comes within it; the mark on the line is what was stated. Who
          left, or was resolved, is not counted there. Outside of the team's hours, and when nobody is at
          work, nothing is told.
        </Trans>
      </p>
    </>
  );
}

function ByTeam({ report, onOpen }: { report: QueueReport; onOpen: Open }) {
  const teams = report.teams.filter((one) => one.waits > 0);
  if (teams.length === 0) return null;
  return (
    <div className={classes.contained}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Team</Trans>
            </th>
            <th scope="col">
              <Trans>Waits</Trans>
            </th>
            <th scope="col">
              <Trans>Ranges</Trans>
            </th>
            <th scope="col">
              <Trans context="a range">Held</Trans>
            </th>
            <th scope="col">
              <Trans>Came earlier</Trans>
            </th>
            <th scope="col">
              <Trans>Came later</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {teams.map((one) => {
            const team = { team_id: one.team?.id ?? "desk" };
            const cell = (kind: WaitKind, label: string) => (
              <td data-label={label}>
                <Count of={one} kind={kind} words="" onOpen={() => onOpen(kind, team)} />
              </td>
            );
            return (
              <tr key={team.team_id}>
                <td>{one.team?.name ?? t`The whole desk`}</td>
                {cell("waits", t`Waits`)}
                {cell("told", t`Ranges`)}
                <td data-label={t({ message: "Held", context: "a range" })}>
                  <Count of={one} kind="held" words="" onOpen={() => onOpen("held", team)} />
                  {one.share && <small className={classes.share}>{percent(one.share.value)}</small>}
                </td>
                {cell("early", t`Came earlier`)}
                {cell("late", t`Came later`)}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Behind({ asked }: { asked: AskedWaits }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useWaits(asked);
  const rows = data?.pages.flatMap((page) => page.data);
  if (error && !rows) {
    return (
      <Failure problem={error} what={t`The waits could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  return (
    <>
      {!rows && <Bone width="100%" height={120} />}
      {rows?.length === 0 && (
        <p>
          <Trans>None any more: they were removed meanwhile.</Trans>
        </p>
      )}
      <ul className={classes.behind}>
        {rows?.map((one) => (
          <li key={one.id}>
            <Link href={inboxPath("all", one.conversation_id)}>
              <b>{one.customer.name}</b> <Ago at={one.told_at} past />
              <span>
                {[
                  one.team?.name,
                  t`place ${{ place: one.place }}`,
                  one.wait ? t`told ${{ range: rangeInWords(one.wait) }}` : t`no range told`,
                  one.waited !== null && t`waited ${{ time: secondsInWords(one.waited) }}`,
                  one.ended && ENDED[one.ended],
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  );
}
