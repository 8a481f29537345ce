/** The list before it is there: rows of the true height. */

import { t } from "@lingui/core/macro";
import { Bone } from "../../ui/Bone";
import classes from "./ListSkeleton.module.css";

const WIDTHS = [62, 48, 70, 54, 44, 66, 58, 50];

export function ListSkeleton() {
  return (
    <div role="status" aria-label={t`Loading conversations`}>
      {WIDTHS.map((width) => (
        <div key={width} className={classes.row}>
          <Bone width={8} height={8} round />
          <Bone width={`${width}%`} height={12} />
          <Bone width={28} height={10} />
          <span />
          <Bone width={`${width + 24}%`} height={10} />
        </div>
      ))}
    </div>
  );
}
