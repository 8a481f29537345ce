/** The guide before it is there: its list and one step. */

import { t } from "@lingui/core/macro";
import { Bone } from "../ui/Bone";
import { STEPS } from "./steps";
import classes from "./Welcome.module.css";

export function GuideSkeleton() {
  return (
    <div className={classes.guide} role="status" aria-label={t`Loading the guide`}>
      <div className={classes.nav}>
        <div className={classes.list}>
          {STEPS.map(({ key }) => (
            <span key={key} className={classes.entry}>
              <Bone width={24} height={24} round />
              <span className={classes.name}>
                <Bone width={80} height={14} />
              </span>
            </span>
          ))}
        </div>
      </div>
      <div className={classes.panel}>
        <div className={classes.head}>
          <Bone width={280} height={22} />
          <Bone width="90%" height={14} />
        </div>
        <Bone width="100%" height={180} />
      </div>
    </div>
  );
}
