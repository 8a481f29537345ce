/** Figures over time, as a chart or as a table: the table tells the same to those who cannot see or point. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { SegmentedControl } from "@mantine/core";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Bone } from "../../ui/Bone";
import { rangeOf } from "../figures/words";
import classes from "./Charts.module.css";
import { OverTable } from "./OverTable";
import type { SeriesChartProps } from "./SeriesChart";

const SeriesChart = lazy(() => import("./SeriesChart"));
const StackChart = lazy(() => import("./StackChart"));

interface OverProps extends SeriesChartProps {
  /** Counts that add up to a whole, one upon the other. */
  stacked?: boolean;
  /** Switches beside the one between chart and table. */
  children?: ReactNode;
}

type View = "chart" | "table";

export function Over({ children, stacked = false, ...chart }: OverProps) {
  const [view, setView] = useState<View>("chart");
  const banded = chart.lines.some(
    ({ points, before }) => !before && points.some((one) => one && rangeOf(one)),
  );
  const Chart = stacked ? StackChart : SeriesChart;
  return (
    <>
      <div className={classes.head}>
        <ul className={classes.legend}>
          {chart.lines.map(({ key, name, colour, before }) => (
            <li key={key}>
              <i
                style={{ color: colour, background: stacked ? colour : undefined }}
                data-before={before || undefined}
                data-stacked={stacked || undefined}
              />
              {name}
            </li>
          ))}
          {!stacked && banded && (
            <li>
              <i style={{ background: chart.lines[0]?.colour }} data-band />
              <Trans>95% interval</Trans>
            </li>
          )}
        </ul>
        {children}
        <SegmentedControl
          size="xs"
          aria-label={t`As a chart or as a table`}
          value={view}
          data={[
            { value: "chart", label: t`Chart` },
            { value: "table", label: t`Table` },
          ]}
          onChange={(next) => setView(next as View)}
          data-noprint
        />
      </div>
      {view === "table" ? (
        <OverTable {...chart} />
      ) : (
        <Suspense
          fallback={
            <div className={classes.waiting}>
              <Bone width="100%" height={200} />
            </div>
          }
        >
          <Chart {...chart} />
        </Suspense>
      )}
    </>
  );
}
