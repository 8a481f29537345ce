/** A figure as a number that opens its conversations, with the interval beside it. */

import { t } from "@lingui/core/macro";
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
  const { name } = metric;
  const words = valueInWords(point.value, spoken);
  if (point.value === 0 && metric.unit === "count") return <span className={classes.none}>{words}</span>;
  return (
    <button
      type="button"
      className={classes.value}
      aria-label={t`${name}: ${words}. Open the conversations.`}
      onClick={() => onOpen("counted")}
    >
      {words}
    </button>
  );
}

export function Range({ point, spoken }: { point: Point; spoken: Spoken }) {
  const range = rangeOf(point);
  if (point.value === null) return null;
  const words = range && rangeInWords(range, spoken);
  const told = words !== valueInWords(point.value, spoken) && words;
  const parts = [told, fromInWords(point.of, spoken)].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <small
      className={classes.range}
      title={
        range
          ? t`The true figure lies within, in 95 of 100 such periods. From how many it is.`
          : t`From how many it is.`
      }
    >
      {parts.join(", ")}
    </small>
  );
}
