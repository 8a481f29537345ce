/** The context before it is there: the card, then the customer. */

import { t } from "@lingui/core/macro";
import { Bone } from "../../ui/Bone";
import section from "./Context.module.css";
import classes from "./ContextSkeleton.module.css";
import card from "./HandoverCardView.module.css";

export function ContextSkeleton() {
  return (
    <div role="status" aria-label={t`Loading the context`}>
      <div className={`${card.card} ${classes.lines}`}>
        <Bone width="45%" height={10} />
        <Bone width="92%" height={16} />
        <Bone width="70%" height={16} />
        <Bone width="30%" height={10} />
        <Bone width="100%" height={36} />
        <Bone width="30%" height={10} />
        <Bone width="80%" height={36} />
      </div>
      <div className={`${section.section} ${classes.lines}`}>
        <Bone width="30%" height={10} />
        <Bone width="60%" height={34} />
      </div>
    </div>
  );
}
