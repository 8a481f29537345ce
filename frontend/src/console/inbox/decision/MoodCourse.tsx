/** The course of a mood over the customer's messages, against the value from which it counts. */

import { Trans } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import type { MoodStep } from "../../desk/wire";
import { courseInWords, turnedAt } from "./reasons";
import classes from "./Why.module.css";

const WIDTH = 120;
const HEIGHT = 36;
const MARGIN = 4;

interface MoodCourseProps {
  label: string;
  steps: readonly MoodStep[];
  threshold: number;
  onJump: (seq: number) => void;
}

const height = (value: number): number => MARGIN + (1 - value) * (HEIGHT - 2 * MARGIN);

export function MoodCourse({ label, steps, threshold, onJump }: MoodCourseProps) {
  const stride = (WIDTH - 2 * MARGIN) / Math.max(steps.length - 1, 1);
  const points = steps.map(({ seq, value }, index) => ({
    seq,
    x: MARGIN + index * stride,
    y: height(value),
  }));
  const turned = turnedAt(steps);
  return (
    <div className={classes.course}>
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <line className={classes.border} x1={0} x2={WIDTH} y1={height(threshold)} y2={height(threshold)} />
        <polyline className={classes.line} points={points.map(({ x, y }) => `${x},${y}`).join(" ")} />
        {points.map(({ seq, x, y }) => (
          <circle key={seq} className={classes.point} cx={x} cy={y} r={2.5} />
        ))}
      </svg>
      <span>
        {courseInWords(label, steps)}
        {turned !== null && (
          <UnstyledButton className={classes.jump} onClick={() => onJump(turned)}>
            <Trans>Show where it rose</Trans>
          </UnstyledButton>
        )}
      </span>
    </div>
  );
}
