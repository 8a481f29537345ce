/** A share on a line from none to all, with its interval as a band. */

import type { Estimate } from "../../api/quality";
import classes from "./Quality.module.css";

const at = (share: number): string => `${(100 * share).toFixed(1)}%`;

export function IntervalBar({ estimate }: { estimate: Estimate }) {
  const { value, low, high } = estimate;
  return (
    <span className={classes.track} aria-hidden="true">
      <span className={classes.range} style={{ left: at(low), width: at(Math.max(0.01, high - low)) }} />
      <span className={classes.tick} style={{ left: at(value) }} />
    </span>
  );
}
