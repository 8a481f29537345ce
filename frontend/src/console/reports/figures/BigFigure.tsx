/** One of the first figures: the number, its interval, how it moved, its line, and what it means. */

import { Link } from "wouter";
import { metricPath } from "../addresses";
import { Changed } from "./Changed";
import { Definition } from "./Definition";
import type { FigureProps } from "./FigureRow";
import classes from "./Figures.module.css";
import { Sparkline } from "./Sparkline";
import { Range, Value } from "./Value";
import { colourOf, sentenceOf } from "./words";

export function BigFigure({ metric, figure, points, spoken, when, carry, onOpen }: FigureProps) {
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
      <Sparkline points={points} colour={colourOf(metric.key)} width={280} height={48} />
      <p>
        <Changed figure={figure} spoken={spoken} when={when} />
      </p>
      <p className={classes.quiet}>{sentenceOf(metric)}</p>
    </section>
  );
}
