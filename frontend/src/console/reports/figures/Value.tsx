/** A figure as a number that opens its conversations, with the interval beside it. */

import type { Metric, Point, Which } from "../../api/reports";
import classes from "./Figures.module.css";
import { fromInWords, rangeInWords, rangeOf, type Spoken, valueInWords } from "./words";

interface ValueProps {
  metric: Metric;
  point: Point;
  spoken: Spoken;
  onOpen: (which: Which) => void;
}

export function Value({ metric, point, spoken, onOpen }: ValueProps) {
  if (point.value === null) return <span className={classes.none}>–</span>;
  const words = valueInWords(point.value, spoken);
  return (
    <button
      type="button"
      className={classes.value}
      aria-label={`${metric.name}: ${words}, ${fromInWords(point.of)}. Open them.`}
      onClick={() => onOpen("counted")}
    >
      {words}
    </button>
  );
}

export function Range({ point, spoken }: { point: Point; spoken: Spoken }) {
  const range = rangeOf(point);
  if (point.value === null) return null;
  return (
    <small
      className={classes.range}
      {...(range && { title: "In 95 of 100 such periods the true figure lies within" })}
    >
      {[range && rangeInWords(range, spoken), fromInWords(point.of)].filter(Boolean).join(", ")}
    </small>
  );
}
