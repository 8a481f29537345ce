/** The thread: the log from top to bottom, with what is typed right now at its foot. */

import { memo, useMemo } from "react";
import type { Thread as ThreadState } from "../../../shared/thread";
import { day, moment } from "../../../shared/time";
import { useAudience } from "../../desk/DeskContext";
import type { ConversationDetail, Decision, Signal } from "../../desk/wire";
import { DownIcon } from "../../shell/icons";
import { type Highlight, highlightsOf } from "../quotes";
import { useNow } from "../useNow";
import { Bubble } from "./Bubble";
import { ControlLine, StatusLine } from "./ControlLine";
import { NotePaper } from "./NotePaper";
import { PendingBubble } from "./PendingBubble";
import classes from "./Thread.module.css";
import { ThreadSkeleton } from "./ThreadSkeleton";
import { TypingLine } from "./TypingLine";
import { type Item, seenReply, timeline } from "./timeline";
import { useFollow } from "./useFollow";

interface ThreadProps {
  conversationId: string;
  thread: ThreadState;
  detail: ConversationDetail | undefined;
  meId: string;
  /** How far the customer had seen the log when the row was read. */
  seenSeq: number;
  spot: number | null;
  /** The decision whose evidence is marked; without one, that of the newest handover or of what is held. */
  shown: Decision | null;
  onJump: (seq: number) => void;
}

/** The signals whose words are marked in the messages. */
function spokenFor(shown: Decision | null, detail: ConversationDetail | undefined): readonly Signal[] {
  if (shown) return shown.signals;
  const last = detail?.decisions.at(-1);
  if (last?.action === "held" && last.rule) return last.signals.filter((one) => one.value >= one.threshold);
  return detail?.handover?.signals ?? [];
}

export const Thread = memo(function Thread({
  conversationId,
  thread,
  detail,
  meId,
  seenSeq,
  spot,
  shown,
  onJump,
}: ThreadProps) {
  const notes = detail?.notes;
  const items = useMemo(() => timeline(thread, notes ?? []), [thread, notes]);
  const marks = useMemo(() => highlightsOf(spokenFor(shown, detail)), [shown, detail]);
  const lastSeq = thread.seq + thread.pending.length + (notes?.length ?? 0);
  const follow = useFollow(lastSeq, thread.typing.length + (thread.draft?.next ?? 0), thread.seq > 0);
  const { seen: heard } = useAudience(conversationId);
  const seen = seenReply(thread, Math.max(seenSeq, heard));
  const now = useNow();
  if (thread.seq === 0) return <ThreadSkeleton />;
  return (
    <div className={classes.place}>
      <div
        ref={follow.scroller}
        className={classes.scroller}
        onScroll={follow.onScroll}
        role="log"
        aria-label="Messages"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        <div className={classes.column}>
          {items.map((item) => (
            <ThreadItem
              key={item.key}
              conversationId={conversationId}
              item={item}
              now={now}
              meId={meId}
              detail={detail}
              marks={marks}
              seen={seen}
              spot={spot}
              onJump={onJump}
            />
          ))}
          <TypingLine typing={thread.typing} />
        </div>
      </div>
      {follow.unseen > 0 && (
        <button type="button" className={classes.pill} onClick={follow.toEnd}>
          <DownIcon size={14} />
          {follow.unseen} new {follow.unseen === 1 ? "message" : "messages"}
        </button>
      )}
    </div>
  );
});

interface ItemProps extends Pick<ThreadProps, "conversationId" | "detail" | "meId" | "spot" | "onJump"> {
  item: Item;
  now: number;
  marks: Map<number, Highlight[]>;
  seen: number | null;
}

function ThreadItem({ conversationId, item, now, detail, meId, marks, seen, spot, onJump }: ItemProps) {
  switch (item.kind) {
    case "day":
      return (
        <h3 className={classes.day} title={moment(item.at)}>
          <span>{day(item.at, now)}</span>
        </h3>
      );
    case "message":
      return (
        <Bubble
          conversationId={conversationId}
          item={item}
          meId={meId}
          highlights={marks.get(item.message.seq) ?? []}
          decision={detail?.decisions.find((each) => each.answer_seq === item.message.seq)}
          spotted={spot === item.message.seq}
          seen={seen === item.message.seq}
        />
      );
    case "control":
      return <ControlLine change={item.change} detail={detail} meId={meId} onJump={onJump} />;
    case "status":
      return <StatusLine change={item.change} />;
    case "note":
      return <NotePaper note={item.note} meId={meId} />;
    case "pending":
      return <PendingBubble conversationId={conversationId} pending={item.pending} />;
  }
}
