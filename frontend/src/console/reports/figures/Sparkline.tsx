/**
 * A figure over the period as a small line with its interval as a band; a picture of what the page of the figure tells in
 * full. Drawn by hand rather than by the chart library, which two dozen of them would make the page wait for.
 */

import type { Point } from "../../api/reports";
import { acrossAt, drawn } from "./drawing";
import classes from "./Figures.module.css";

interface SparklineProps {
  points: readonly (Point | null)[];
  colour: string;
  /** Where rules, knowledge or the assistant changed: 0 at the first point, 1 at the last. */
  marks?: readonly number[];
  width?: number;
  height?: number;
}

export function Sparkline({ points, colour, marks = [], width = 132, height = 32 }: SparklineProps) {
  const { line, band, last } = drawn(points, { width, height });
  return (
    <svg
      className={classes.spark}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      preserveAspectRatio="none"
      aria-hidden="true"
      style={{ color: colour }}
    >
      {marks.map((mark) => (
        <line
          key={mark}
          x1={acrossAt(mark, width)}
          x2={acrossAt(mark, width)}
          y1={0}
          y2={height}
          className={classes.sparkMark}
        />
      ))}
      {band && <path d={band} className={classes.sparkBand} />}
      {line && <path d={line} className={classes.sparkLine} />}
      {last && <path d={`M${last} h0`} className={classes.sparkLast} />}
    </svg>
  );
}
