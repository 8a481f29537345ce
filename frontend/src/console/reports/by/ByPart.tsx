/** The figures apart by team, topic, channel and so on: a table to sort, every cell a way to its conversations. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { useSearchParams } from "wouter";
import type { Definitions, FilterName } from "../../api/reports";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { Behind } from "../behind/Behind";
import { FiguresSkeleton } from "../figures/FiguresSkeleton";
import { byWords } from "../query/choices";
import { Files } from "../query/Files";
import { ReportBar } from "../query/ReportBar";
import { type Report, useChosen } from "../query/useChosen";
import { useBreakdown, useDefinitions } from "../useReports";
import classes from "./By.module.css";
import { ByTable } from "./ByTable";
import { Columns } from "./Columns";
import { readTable, type Table, writeTable } from "./columns";

export default function ByPart() {
  const { report, change } = useChosen();
  const { data: definitions, error, refetch } = useDefinitions();
  if (error && !definitions) {
    return (
      <Failure problem={error} what={t`The figures could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  if (!report || !definitions) return <FiguresSkeleton />;
  return (
    <>
      <ReportBar report={report} change={change} alone />
      <Apart report={report} definitions={definitions} />
      <Behind report={report} />
    </>
  );
}

function Apart({ report, definitions }: { report: Report; definitions: Definitions }) {
  const [query, setQuery] = useSearchParams();
  const table = readTable(query, definitions.dimensions, definitions.data);
  const put = (change: Partial<Table>) => setQuery((before) => writeTable(before, change), { replace: true });
  const { data, error, refetch, isPlaceholderData } = useBreakdown(report.asked, table.columns, table.by);
  const metrics = table.columns.flatMap((key) => definitions.data.find((one) => one.key === key) ?? []);
  return (
    <>
      <div className={classes.controls} data-noprint>
        <NativeSelect
          size="xs"
          aria-label={t`Apart by`}
          value={table.by}
          data={definitions.dimensions.map(({ key, name }) => ({ value: key, label: byWords(key, name) }))}
          onChange={(event) => put({ by: event.currentTarget.value })}
        />
        <Columns metrics={definitions.data} chosen={table.columns} onChoose={(columns) => put({ columns })} />
        <span className={classes.grow} />
        <Files report={report} metrics={table.columns} by={table.by} />
      </div>
      {error && !data ? (
        <Failure problem={error} what={t`The table could not be loaded.`} onRetry={() => void refetch()} />
      ) : !data ? (
        <FiguresSkeleton />
      ) : data.data.length === 0 ? (
        <Empty title={t`Nothing to count in these days`}>
          <p>
            <Trans>Choose more days above, or let a filter go.</Trans>
          </p>
        </Empty>
      ) : (
        <ByTable
          by={table.by as FilterName}
          heading={definitions.dimensions.find(({ key }) => key === table.by)?.name ?? ""}
          metrics={metrics}
          rows={data.data}
          sort={table.sort}
          busy={isPlaceholderData}
          onSort={(sort) => put({ sort })}
        />
      )}
    </>
  );
}
