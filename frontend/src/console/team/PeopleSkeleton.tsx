/** The table of people before it is there: rows of the true height. */

import { t } from "@lingui/core/macro";
import { Bone } from "../ui/Bone";
import classes from "./Team.module.css";

const WIDTHS = [120, 96, 140, 108, 88];

export function PeopleSkeleton() {
  return (
    <div role="status" aria-label={t`Loading the people`}>
      {WIDTHS.map((width) => (
        <div key={width} className={classes.boneRow}>
          <Bone width={32} height={32} round />
          <span className={classes.names}>
            <Bone width={width} height={14} />
            <Bone width={width + 40} height={12} />
          </span>
          <Bone width={70} height={14} />
        </div>
      ))}
    </div>
  );
}
