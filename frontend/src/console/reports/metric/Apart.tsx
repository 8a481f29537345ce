/** A figure apart by what most often explains it; each part opens its conversations, and all of it stands under By. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link, useSearch } from "wouter";
import type { FilterName, Metric } from "../../api/reports";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { BY, carried } from "../addresses";
import { useOpened } from "../behind/opened";
import { Bar } from "../by/Bar";
import { inSort, scaleOf } from "../by/columns";
import { Range, Value } from "../figures/Value";
import { colourOf } from "../figures/words";
import { byWords, FILTER_NAMES, rowName } from "../query/choices";
import type { Report } from "../query/useChosen";
import { useCurrency } from "../settings/useSettings";
import { useBreakdown } from "../useReports";
import classes from "./Metric.module.css";

const DIMENSIONS: readonly FilterName[] = ["topic", "part", "team", "channel"];
const MOST = 6;

export function Apart({ metric, report }: { metric: Metric; report: Report }) {
  return (
    <div className={classes.apart}>
      {DIMENSIONS.filter((by) => report.filter[by] === undefined).map((by) => (
        <By key={by} by={by} metric={metric} report={report} />
      ))}
    </div>
  );
}

function By({ by, metric, report }: { by: FilterName; metric: Metric; report: Report }) {
  const search = useSearch();
  const { data, error, refetch } = useBreakdown(report.asked, [metric.key], by);
  const all = data?.data.filter((row) => (row.figures[metric.key]?.value ?? null) !== null) ?? [];
  const count = all.length;
  const columns = metric.key === "volume" ? "volume" : `${metric.key},volume`;
  return (
    <section className={classes.by} aria-label={byWords(by, FILTER_NAMES[by])}>
      <h3>
        {FILTER_NAMES[by]}{" "}
        {metric.better && all.length > 1 && (
          <small>
            <Trans>the weakest first</Trans>
          </small>
        )}
      </h3>
      {error && !data && (
        <Failure problem={error} what={t`It could not be loaded.`} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Bone width="100%" height={120} />}
      {data && all.length === 0 && (
        <p className={classes.quiet}>
          <Trans>Nothing to count.</Trans>
        </p>
      )}
      <ul>
        {inSort(all, { key: metric.key, up: metric.better === "up" })
          .slice(0, MOST)
          .map((row) => (
            <li key={row.key}>
              <span>{rowName(by, row)}</span>
              <Part by={by} row={row} metric={metric} rows={all} />
            </li>
          ))}
      </ul>
      {all.length > 0 && (
        <Link href={carried(BY, search, { by, columns })} data-noprint>
          {count > MOST ? t`All ${count}` : t`As a table`}
        </Link>
      )}
    </section>
  );
}

interface PartProps {
  by: FilterName;
  row: Parameters<typeof inSort>[0][number];
  rows: Parameters<typeof inSort>[0];
  metric: Metric;
}

function Part({ by, row, rows, metric }: PartProps) {
  const { open } = useOpened();
  const spoken = { unit: metric.unit, currency: useCurrency() };
  const point = row.figures[metric.key];
  if (!point) return null;
  return (
    <>
      <Value
        metric={metric}
        point={point}
        spoken={spoken}
        onOpen={(which) => open({ metric: metric.key, which, cell: { by, key: row.key } })}
      />
      <Bar
        point={point}
        scale={scaleOf(rows, metric.key, metric.unit === "share")}
        colour={colourOf(metric.key)}
      />
      <Range point={point} spoken={spoken} />
    </>
  );
}
