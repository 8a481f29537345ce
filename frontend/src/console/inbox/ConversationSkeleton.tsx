/** A conversation of which nothing is known yet: head, thread, composer and context in their places. */

import { Bone } from "../ui/Bone";
import composer from "./composer/Composer.module.css";
import context from "./context/Context.module.css";
import { ContextSkeleton } from "./context/ContextSkeleton";
import classes from "./Inbox.module.css";
import header from "./thread/ThreadHeader.module.css";
import { ThreadSkeleton } from "./thread/ThreadSkeleton";

export function ConversationSkeleton({ context: withContext }: { context: boolean }) {
  return (
    <>
      <section className={classes.thread}>
        <div className={header.header}>
          <Bone width={140} height={14} />
        </div>
        <ThreadSkeleton />
        <div className={`${composer.composer} ${classes.restingComposer}`} />
      </section>
      {withContext && (
        <aside className={context.pane}>
          <ContextSkeleton />
        </aside>
      )}
    </>
  );
}
