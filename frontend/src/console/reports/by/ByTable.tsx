/** A row for each part, a column for each figure, with its interval drawn on one scale down the column. */

import { t } from "@lingui/core/macro";
import { useSearchParams } from "wouter";
import type { BreakdownRow, FilterName, Metric, Point } from "../../api/reports";
import { ChevronIcon } from "../../shell/icons";
import table from "../../ui/Table.module.css";
import { writeOpened } from "../behind/opened";
import figures from "../figures/Figures.module.css";
import { Range, Value } from "../figures/Value";
import { colourOf } from "../figures/words";
import { rowName } from "../query/choices";
import { narrowedBy, readChosen, writeChosen } from "../query/chosen";
import { useCurrency } from "../settings/useSettings";
import { Bar } from "./Bar";
import classes from "./By.module.css";
import { inSort, type Sort, scaleOf, sortedBy } from "./columns";

interface ByTableProps {
  by: FilterName;
  heading: string;
  metrics: readonly Metric[];
  rows: readonly BreakdownRow[];
  sort: Sort;
  busy?: boolean;
  onSort: (sort: Sort) => void;
}

export function ByTable({ by, heading, metrics, rows, sort, busy = false, onSort }: ByTableProps) {
  const [, setQuery] = useSearchParams();
  const named = rows.map((row) => ({ ...row, name: rowName(by, row) }));
  const scales = new Map(metrics.map(({ key, unit }) => [key, scaleOf(rows, key, unit === "share")]));
  const narrow = (key: string) =>
    setQuery((query) => writeChosen(query, { filter: narrowedBy(readChosen(query).filter, by, key) }));
  return (
    <div className={classes.contained}>
      <table className={`${table.table} ${classes.table}`} aria-busy={busy}>
        <thead>
          <tr>
            <Head name={heading} id="name" sort={sort} onSort={onSort} />
            {metrics.map((metric) => (
              <Head key={metric.key} name={metric.name} id={metric.key} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {inSort(named, sort).map((row) => (
            <tr key={row.key}>
              <td>
                <button
                  type="button"
                  className={classes.name}
                  title={t`Only these`}
                  onClick={() => narrow(row.key)}
                >
                  {row.name}
                </button>
              </td>
              {metrics.map((metric) => (
                <td key={metric.key} data-label={metric.name}>
                  <Cell
                    metric={metric}
                    point={row.figures[metric.key]}
                    scale={scales.get(metric.key) ?? [0, 1]}
                    onOpen={(which) =>
                      setQuery((query) =>
                        writeOpened(query, { metric: metric.key, which, cell: { by, key: row.key } }),
                      )
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps {
  name: string;
  id: string;
  sort: Sort;
  onSort: (sort: Sort) => void;
}

function Head({ name, id, sort, onSort }: HeadProps) {
  const sorted = sort.key === id;
  return (
    <th scope="col" aria-sort={sorted ? (sort.up ? "ascending" : "descending") : undefined}>
      <button
        type="button"
        className={classes.head}
        data-up={(sorted && sort.up) || undefined}
        onClick={() => onSort(sortedBy(id, sort))}
      >
        {name}
        {sorted && <ChevronIcon size={12} />}
      </button>
    </th>
  );
}

interface CellProps {
  metric: Metric;
  point: Point | undefined;
  scale: readonly [number, number];
  onOpen: (which: "counted") => void;
}

function Cell({ metric, point, scale, onOpen }: CellProps) {
  const currency = useCurrency();
  if (!point || point.value === null) return <span className={figures.none}>–</span>;
  const spoken = { unit: metric.unit, currency };
  return (
    <span className={classes.cell}>
      <Value metric={metric} point={point} spoken={spoken} onOpen={() => onOpen("counted")} />
      <Bar point={point} scale={scale} colour={colourOf(metric.key)} />
      {metric.unit !== "count" && <Range point={point} spoken={spoken} />}
    </span>
  );
}
