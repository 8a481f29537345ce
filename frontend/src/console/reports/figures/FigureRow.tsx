/** A figure as one line: its name, the number with its interval, how it moved, and its line. */

import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import type { Figure, Metric, Point, Which } from "../../api/reports";
import { metricPath } from "../addresses";
import { Changed } from "./Changed";
import { Definition } from "./Definition";
import classes from "./Figures.module.css";
import { Sparkline } from "./Sparkline";
import { Range, Value } from "./Value";
import { colourOf, type Spoken } from "./words";

export interface FigureProps {
  metric: Metric;
  figure: Figure;
  points: readonly (Point | null)[];
  /** Where something changed, from 0 to 1. */
  marks: readonly number[];
  spoken: Spoken;
  /** An address with what is chosen here. */
  carry: (path: string) => string;
  onOpen: (which: Which) => void;
}

export function FigureRow({ metric, figure, points, spoken, carry, onOpen }: FigureProps) {
  return (
    <li className={classes.row}>
      <h3>
        <Link href={carry(metricPath(metric.key))}>{metric.name}</Link>
        <Definition metric={metric} />
      </h3>
      <p className={classes.number}>
        <Value metric={metric} point={figure} spoken={spoken} onOpen={onOpen} />
        <Range point={figure} spoken={spoken} />
      </p>
      <p className={classes.moved}>
        {figure.value === null ? (
          <span className={classes.quiet}>
            <Trans>Nothing to count in these days</Trans>
          </span>
        ) : (
          <Changed figure={figure} spoken={spoken} />
        )}
      </p>
      <Sparkline points={points} colour={colourOf(metric.key)} />
    </li>
  );
}
