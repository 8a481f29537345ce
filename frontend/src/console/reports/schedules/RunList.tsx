/** What went out lately, and what did not. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "wouter";
import { moment } from "../../../shared/time";
import type { Run } from "../../api/sending";
import { Failure } from "../../ui/Failure";
import { Section } from "../../ui/Section";
import table from "../../ui/Table.module.css";
import { TRUST } from "../addresses";
import { periodInWords } from "../query/period";
import classes from "./Schedules.module.css";
import { useRuns } from "./useSchedules";
import { outcomeOf } from "./words";

export function RunList({ seen }: { seen: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRuns(seen);
  const runs = data?.pages.flatMap((page) => page.data) ?? [];
  if (error && !data) {
    return (
      <Failure problem={error} what={t`The sendings could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (runs.length === 0) return null;
  return (
    <Section title={t`Sent`} says={t`Each sending, with the days that it was about.`}>
      <div className={classes.table}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Report</Trans>
              </th>
              <th scope="col">
                <Trans>Days</Trans>
              </th>
              <th scope="col">
                <Trans>When</Trans>
              </th>
              <th scope="col">
                <Trans>What became of it</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <Row key={run.id} run={run} />
            ))}
          </tbody>
        </table>
      </div>
      {hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
    </Section>
  );
}

function Row({ run }: { run: Run }) {
  const at = moment(run.planned_for);
  const who = run.asked_by?.name;
  return (
    <tr>
      <td>{run.name}</td>
      <td data-label={t`Days`}>
        <Link className={classes.days} href={`${TRUST}?from=${run.from}&to=${run.to}`}>
          {periodInWords(run, run.to)}
        </Link>
      </td>
      <td data-label={t`When`}>{who ? t`${at}, asked for by ${who}` : at}</td>
      <td data-label={t`What became of it`} className={classes.last} data-state={run.state}>
        {outcomeOf(run)}
      </td>
    </tr>
  );
}
