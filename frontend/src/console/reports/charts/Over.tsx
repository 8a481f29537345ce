/** Figures over time, as a chart or as a table: the table tells the same to those who cannot see or point. */

import { SegmentedControl } from "@mantine/core";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Bone } from "../../ui/Bone";
import classes from "./Charts.module.css";
import { OverTable } from "./OverTable";
import type { SeriesChartProps } from "./SeriesChart";

const SeriesChart = lazy(() => import("./SeriesChart"));

interface OverProps extends SeriesChartProps {
  /** Switches beside the one between chart and table. */
  children?: ReactNode;
}

type View = "chart" | "table";

export function Over({ children, ...chart }: OverProps) {
  const [view, setView] = useState<View>("chart");
  return (
    <>
      <div className={classes.head}>
        <ul className={classes.legend}>
          {chart.lines.map(({ key, name, colour, before }) => (
            <li key={key}>
              <i style={{ color: colour }} data-before={before || undefined} />
              {name}
            </li>
          ))}
          {chart.lines.some((line) => !line.before) && (
            <li>
              <i style={{ background: chart.lines[0]?.colour }} data-band />
              95% interval
            </li>
          )}
        </ul>
        {children}
        <SegmentedControl
          size="xs"
          aria-label="As a chart or as a table"
          value={view}
          data={[
            { value: "chart", label: "Chart" },
            { value: "table", label: "Table" },
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
          <SeriesChart {...chart} />
        </Suspense>
      )}
    </>
  );
}
