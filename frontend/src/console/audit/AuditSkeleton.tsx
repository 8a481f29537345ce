/** The log before it is there: rows of the true height. */

import { Bone } from "../ui/Bone";
import classes from "./Audit.module.css";

const ROWS = ["68%", "54%", "60%", "72%", "58%", "64%", "50%", "66%"];

export function AuditSkeleton() {
  return (
    <div aria-busy="true">
      {ROWS.map((width) => (
        <div key={width} className={classes.bones}>
          <Bone width={width} height={16} />
          <Bone width={70} height={16} />
        </div>
      ))}
    </div>
  );
}
