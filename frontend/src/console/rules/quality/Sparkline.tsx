/** A measure over weeks or versions as a small line with its interval as a band; a picture of what the table tells. */

import type { Estimate } from "../../api/quality";
import { band, type Dot, line, marksAt, place } from "./drawing";
import classes from "./Quality.module.css";

interface SparklineProps {
  series: readonly (Estimate | null)[];
  /** Where a line across says that the rules changed, as places among the series. */
  changes?: readonly number[];
  width?: number;
  height?: number;
}

export function Sparkline({ series, changes = [], width = 240, height = 44 }: SparklineProps) {
  const dots: Dot[] = place(series, { width, height });
  if (dots.length === 0) return <span className={classes.noLine} style={{ height }} aria-hidden="true" />;
  const newest = dots[dots.length - 1];
  return (
    <svg
      className={classes.line}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {marksAt(changes, series.length, width).map((x) => (
        <line key={x} x1={x} x2={x} y1={0} y2={height} className={classes.change} />
      ))}
      <path d={band(dots)} className={classes.band} />
      <path d={line(dots)} className={classes.stroke} />
      {newest && <path d={`${line([newest])} h0`} className={classes.newest} />}
    </svg>
  );
}
