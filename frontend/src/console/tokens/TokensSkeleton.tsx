/** The table of tokens before it is there. */

import { t } from "@lingui/core/macro";
import { Bone } from "../ui/Bone";
import classes from "./Tokens.module.css";

const WIDTHS = [140, 112, 160];

export function TokensSkeleton() {
  return (
    <div role="status" aria-label={t`Loading the tokens`}>
      {WIDTHS.map((width) => (
        <div key={width} className={classes.boneRow}>
          <span>
            <Bone width={width} height={14} />
            <Bone width={width + 60} height={12} />
          </span>
          <Bone width={120} height={14} />
          <Bone width={64} height={14} />
        </div>
      ))}
    </div>
  );
}
