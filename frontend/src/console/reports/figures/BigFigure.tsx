/** One of the first figures: the number, its interval, how it moved, its line, and what it means. */

import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import { metricPath } from "../addresses";
import { Changed } from "./Changed";
import { Definition } from "./Definition";
import type { FigureProps } from "./FigureRow";
import classes from "./Figures.module.css";
import { Sparkline } from "./Sparkline";
import { Range, Value } from "./Value";
import { colourOf, sentenceOf } from "./words";

export function BigFigure({ metric, figure, points, marks, spoken, carry, onOpen }: FigureProps) {
  const { counted_by: why } = metric;
  return (
    <section className={classes.big} aria-label={metric.name}>
      <h2>
        <Link href={carry(metricPath(metric.key))}>{metric.name}</Link>
        <Definition metric={metric} />
      </h2>
      <p className={classes.number}>
        <Value metric={metric} point={figure} spoken={spoken} onOpen={onOpen} />
        <Range point={figure} spoken={spoken} />
      </p>
      <Sparkline points={points} colour={colourOf(metric.key)} marks={marks} width={280} height={48} />
      {figure.value === null ? (
        <p className={classes.quiet}>
          <Trans>Nothing to count in these days. {why}</Trans>
        </p>
      ) : (
        <p>
          <Changed figure={figure} spoken={spoken} />
        </p>
      )}
      <p className={classes.quiet}>{sentenceOf(metric)}</p>
    </section>
  );
}
