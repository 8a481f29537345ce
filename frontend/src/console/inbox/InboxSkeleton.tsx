/** The inbox before its code is there: the three panes in their true places. */

import { Bone } from "../ui/Bone";
import classes from "./Inbox.module.css";
import skeleton from "./InboxSkeleton.module.css";
import { ListSkeleton } from "./list/ListSkeleton";

export function InboxSkeleton() {
  return (
    <div className={classes.inbox} data-pane="list">
      <div className={skeleton.list}>
        <div className={skeleton.search}>
          <Bone width="100%" height={34} />
        </div>
        <ListSkeleton />
      </div>
      <div className={skeleton.thread} />
    </div>
  );
}
