/** The table before it is there. */

import { t } from "@lingui/core/macro";
import { Bone } from "../ui/Bone";
import classes from "./Control.module.css";

const ROWS = ["a", "b", "c", "d", "e", "f", "g"];

export function ControlSkeleton() {
  return (
    <div
      className={classes.skeleton}
      role="status"
      aria-label={t`Loading the live conversations`}
      aria-busy="true"
    >
      {ROWS.map((row) => (
        <div key={row}>
          <Bone width={64} height={28} />
          <Bone width="80%" height={16} />
          <Bone width="90%" height={30} />
          <Bone width="90%" height={30} />
        </div>
      ))}
    </div>
  );
}
