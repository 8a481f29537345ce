/** The same as the chart in numbers: a row for each part of the period, the newest first. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import table from "../../ui/Table.module.css";
import figures from "../figures/Figures.module.css";
import { bucketInWords } from "../query/period";
import type { Line } from "./plotting";
import type { SeriesChartProps } from "./SeriesChart";

export function OverTable({ name, buckets, lines, grain, today, format, onOpen }: SeriesChartProps) {
  return (
    <table className={table.table} aria-label={name}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Days</Trans>
          </th>
          {lines.map((line) => (
            <th key={line.key} scope="col">
              {line.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {buckets
          .map((bucket, place) => (
            <tr key={bucket.from}>
              <td>{bucketInWords(bucket, grain, today)}</td>
              {lines.map((line) => (
                <td key={line.key} data-label={line.name}>
                  <Cell line={line} place={place} format={format} onOpen={onOpen && (() => onOpen(bucket))} />
                </td>
              ))}
            </tr>
          ))
          .reverse()}
      </tbody>
    </table>
  );
}

interface CellProps {
  line: Line;
  place: number;
  format: (value: number) => string;
  onOpen: (() => void) | undefined;
}

function Cell({ line: { points, before }, place, format, onOpen }: CellProps) {
  const point = points[place];
  if (!point || point.value === null) return <span className={figures.none}>–</span>;
  const words = format(point.value);
  const ranged = point.low !== null && point.high !== null && point.low !== point.high;
  const low = format(point.low ?? 0);
  const high = format(point.high ?? 0);
  return (
    <span className={figures.number}>
      {onOpen && !before ? (
        <button type="button" className={figures.value} onClick={onOpen}>
          {words}
        </button>
      ) : (
        words
      )}
      <small className={figures.range}>{ranged && t`${low} to ${high}`}</small>
    </span>
  );
}
