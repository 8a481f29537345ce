/** The conversations behind a number, in a drawer: each a way into its thread. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Modal, SegmentedControl } from "@mantine/core";
import { Link } from "wouter";
import type { AskedBehind, Behind as Episode, Metric, Which } from "../../api/reports";
import { inboxPath } from "../../inbox/address";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { valueInWords } from "../figures/words";
import { nameOf, useChoices } from "../query/choices";
import { periodInWords } from "../query/period";
import type { Report } from "../query/useChosen";
import { useCurrency } from "../settings/useSettings";
import { useBehind, useMetric } from "../useReports";
import classes from "./Behind.module.css";
import { type Opened, useOpened } from "./opened";
import { sideInWords, whichOf } from "./words";

export function Behind({ report }: { report: Report }) {
  const { opened, open, close } = useOpened();
  const metric = useMetric(opened?.metric ?? "");
  return (
    <Modal
      opened={opened !== null && metric !== undefined}
      onClose={close}
      title={metric?.name}
      size={520}
      classNames={{ inner: classes.inner, content: classes.drawer, body: classes.body }}
      transitionProps={{ transition: "slide-left" }}
    >
      {opened && metric && (
        <Inside
          report={report}
          metric={metric}
          opened={opened}
          onWhich={(which) => open({ ...opened, which })}
        />
      )}
    </Modal>
  );
}

interface InsideProps {
  report: Report;
  metric: Metric;
  opened: Opened;
  onWhich: (which: Which) => void;
}

function Inside({ report, metric, opened, onWhich }: InsideProps) {
  const { cell, period = report.period } = opened;
  const offered = whichOf(metric);
  const asked: AskedBehind = {
    ...period,
    filter: cell ? { ...report.filter, [cell.by]: cell.key } : report.filter,
    metric: metric.key,
    which: opened.which,
  };
  return (
    <>
      <p className={classes.about}>
        {periodInWords(period, report.today)}
        {cell && <Cell report={report} cell={cell} />}
      </p>
      {offered.length > 1 && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t`Which of them`}
          value={opened.which}
          data={offered.map((which) => ({ value: which, label: sideInWords(metric, which) }))}
          onChange={(which) => onWhich(which as Which)}
        />
      )}
      <List asked={asked} metric={metric} />
    </>
  );
}

function Cell({ report, cell }: { report: Report; cell: NonNullable<Opened["cell"]> }) {
  const { data } = useChoices(report, cell.by);
  return <> · {nameOf(cell.by, cell.key, data)}</>;
}

function List({ asked, metric }: { asked: AskedBehind; metric: Metric }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useBehind(asked);
  const rows = data?.pages.flatMap((page) => page.data);
  if (error && !rows) {
    return (
      <Failure
        problem={error}
        what={t`The conversations could not be loaded.`}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!rows) {
    return (
      <div aria-busy="true" role="status" aria-label={t`Loading`} className={classes.waiting}>
        <Bone width="100%" height={52} />
        <Bone width="100%" height={52} />
        <Bone width="100%" height={52} />
      </div>
    );
  }
  if (rows.length === 0)
    return (
      <p className={classes.about}>
        <Trans>None.</Trans>
      </p>
    );
  return (
    <>
      <ul className={classes.list}>
        {rows.map((row) => (
          <li key={row.id}>
            <Row row={row} metric={metric} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Show more</Trans>
        </Button>
      )}
      {error && (
        <Failure
          problem={error}
          what={t`The rest could not be loaded.`}
          onRetry={() => void fetchNextPage()}
        />
      )}
    </>
  );
}

const PARTS: Record<Episode["part"], string> = {
  assistant: t`the assistant alone`,
  agent: t`people alone`,
  both: t`the assistant, then people`,
  nobody: t`nobody answered`,
};

function Row({ row, metric }: { row: Episode; metric: Metric }) {
  const currency = useCurrency();
  const { number } = row;
  const facts = [row.topic, row.agent?.name ?? PARTS[row.part], number > 1 && t`part ${number} of it`];
  const words = (
    <>
      <span className={classes.who}>
        <b>{row.conversation_id ? (row.customer?.name ?? t`Customer`) : t`Deleted conversation`}</b>
        <Ago at={row.ended_at ?? row.began_at} past />
      </span>
      <span className={classes.why}>
        {row.value !== null && metric.unit !== "share" && (
          <b>{valueInWords(row.value, { unit: metric.unit, currency })}</b>
        )}{" "}
        {row.why}
      </span>
      <span className={classes.facts}>{facts.filter(Boolean).join(" · ")}</span>
    </>
  );
  if (!row.conversation_id) return <span className={classes.row}>{words}</span>;
  return (
    <Link href={inboxPath("all", row.conversation_id)} className={classes.row}>
      {words}
    </Link>
  );
}
