/** The figures before they are there. */

import { t } from "@lingui/core/macro";
import { Bone } from "../../ui/Bone";
import classes from "./Figures.module.css";

const BIG = ["first", "second", "third"];
const ROWS = ["one", "two", "three", "four", "five", "six"];

export function FiguresSkeleton() {
  return (
    <div className={classes.whole} aria-busy="true" role="status" aria-label={t`Loading`}>
      <div className={classes.first}>
        {BIG.map((one) => (
          <div key={one} className={classes.big}>
            <Bone width={140} height={18} />
            <Bone width={110} height={34} />
            <Bone width="100%" height={48} />
            <Bone width="80%" height={14} />
          </div>
        ))}
      </div>
      <div className={classes.question}>
        {ROWS.map((one) => (
          <div key={one} className={classes.row}>
            <Bone width={150} height={16} />
            <Bone width={120} height={22} />
            <Bone width={200} height={14} />
            <Bone width={132} height={32} />
          </div>
        ))}
      </div>
    </div>
  );
}
