/** The mood as a line of a few points, with the place where it turned. */

import { Trans } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import type { HandoverCard } from "../../desk/wire";
import classes from "./MoodLine.module.css";
import { inWords, line, turningPoint } from "./mood";

const WIDTH = 96;
const HEIGHT = 28;
const MARGIN = 4;

export function MoodLine({ mood, onJump }: { mood: HandoverCard["mood"]; onJump: (seq: number) => void }) {
  const points = line(mood, WIDTH, HEIGHT, MARGIN);
  const turned = turningPoint(mood);
  const last = points.at(-1);
  return (
    <div className={classes.mood}>
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <line className={classes.middle} x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
        <polyline className={classes.line} points={points.map(({ x, y }) => `${x},${y}`).join(" ")} />
        {last && <circle className={classes.end} cx={last.x} cy={last.y} r={3} />}
      </svg>
      <span>
        {inWords(mood)}
        {turned !== null && (
          <UnstyledButton className={classes.turn} onClick={() => onJump(turned)}>
            <Trans>where it turned</Trans>
          </UnstyledButton>
        )}
      </span>
    </div>
  );
}
