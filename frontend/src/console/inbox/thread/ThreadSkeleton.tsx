/** A thread before it is there. */

import { t } from "@lingui/core/macro";
import { Bone } from "../../ui/Bone";
import classes from "./ThreadSkeleton.module.css";

const SHAPES = [
  { side: "start", width: 280, height: 36 },
  { side: "end", width: 360, height: 56 },
  { side: "start", width: 180, height: 36 },
  { side: "end", width: 320, height: 56 },
  { side: "start", width: 340, height: 56 },
];

export function ThreadSkeleton() {
  return (
    <div className={classes.thread} role="status" aria-label={t`Loading the conversation`}>
      {SHAPES.map(({ side, width, height }) => (
        <div key={width} className={classes.message} data-side={side}>
          <Bone width={width} height={height} />
        </div>
      ))}
    </div>
  );
}
