/** A value on a scale with its interval: a bar that ends where the value is, and a lighter one as far as it may be off. */

import type { Point } from "../../api/reports";
import classes from "./By.module.css";

interface BarProps {
  point: Point;
  scale: readonly [number, number];
  colour: string;
}

export function Bar({ point, scale: [least, most], colour }: BarProps) {
  const at = (value: number): number => Math.min(100, Math.max(0, (100 * (value - least)) / (most - least)));
  const value = point.value ?? 0;
  const [from, to] = value < 0 ? [value, 0] : [Math.max(0, least), value];
  const span = (first: number, last: number) => ({
    left: `${at(first)}%`,
    width: `${at(last) - at(first)}%`,
  });
  return (
    <span className={classes.track} aria-hidden="true" style={{ color: colour }}>
      <span className={classes.filled} style={span(from, to)} />
      {point.low !== null && point.high !== null && point.low !== point.high && (
        <span className={classes.between} style={span(point.low, point.high)} />
      )}
    </span>
  );
}
