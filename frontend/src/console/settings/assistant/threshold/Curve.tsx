/** The share answered and the share expected to be right, over all thresholds; a table says the same. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useId } from "react";
import type { CurvePoint } from "../../../api/modes";
import { inPercent, line } from "./shares";
import classes from "./Threshold.module.css";

interface CurveProps {
  points: CurvePoint[];
  /** The threshold in use, and the one that is tried. */
  used: number;
  at: number;
}

const TICKS = [0, 0.25, 0.5, 0.75, 1];

export function Curve({ points, used, at }: CurveProps) {
  const id = useId();
  const answered = points.map(({ threshold, answered: share }) => ({ threshold, share }));
  const right = points.map(({ threshold, right: share }) => ({ threshold, share }));
  return (
    <figure className={classes.curve} aria-labelledby={id}>
      <figcaption id={id}>
        <span data-line="answered">
          <Trans>Answered</Trans>
        </span>
        <span data-line="right">
          <Trans>Expected to be right</Trans>
        </span>
        <small>
          <Trans>by the confidence that is asked for, over the last 30 days</Trans>
        </small>
      </figcaption>
      <div className={classes.plot}>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {TICKS.map((tick) => (
            <line
              key={tick}
              className={classes.grid}
              x1="0"
              x2="100"
              y1={100 - tick * 100}
              y2={100 - tick * 100}
            />
          ))}
          <line className={classes.used} x1={used * 100} x2={used * 100} y1="0" y2="100" />
          <line className={classes.at} x1={at * 100} x2={at * 100} y1="0" y2="100" />
          <polyline className={classes.answered} points={line(answered)} />
          <polyline className={classes.right} points={line(right)} />
        </svg>
        <div className={classes.sides} aria-hidden="true">
          <span>{inPercent(1)}</span>
          <span>{inPercent(0)}</span>
        </div>
      </div>
      <div className={classes.feet} aria-hidden="true">
        {TICKS.map((tick) => (
          <span key={tick}>{inPercent(tick)}</span>
        ))}
      </div>
      <table className="sr">
        <caption>
          <Trans>Shares by confidence</Trans>
        </caption>
        <thead>
          <tr>
            <th>
              <Trans>Confidence</Trans>
            </th>
            <th>
              <Trans>Answered</Trans>
            </th>
            <th>
              <Trans>Expected to be right</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.threshold}>
              <td>{inPercent(point.threshold)}</td>
              <td>{point.answered === null ? t`none` : inPercent(point.answered)}</td>
              <td>{point.right === null ? t`none` : inPercent(point.right)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
