/** One item of a thread, by its kind. */

import { memo } from "react";
import { day, moment } from "../../../shared/time";
import type { ConversationDetail } from "../../desk/wire";
import type { Highlight } from "../quotes";
import { Bubble } from "./Bubble";
import { ControlLine, GreetingLine, StatusLine } from "./ControlLine";
import { NotePaper } from "./NotePaper";
import { PendingBubble } from "./PendingBubble";
import classes from "./Thread.module.css";
import type { Item } from "./timeline";

interface ItemProps {
  conversationId: string;
  item: Item;
  now: number;
  detail: ConversationDetail | undefined;
  meId: string;
  marks: Map<number, Highlight[]>;
  /** The last reply that the customer has seen. */
  seen: number | null;
  spot: number | null;
  onJump: (seq: number) => void;
}

const NONE: Highlight[] = [];

export const ThreadItem = memo(function ThreadItem(props: ItemProps) {
  const { conversationId, item, now, detail, meId, marks, seen, spot, onJump } = props;
  switch (item.kind) {
    case "day":
      return (
        <h3 className={classes.day} title={moment(item.at)}>
          <span>{day(item.at, now)}</span>
        </h3>
      );
    case "message":
      return (
        <>
          {item.message.greeting && <GreetingLine says={item.message.greeting} />}
          <Bubble
            conversationId={conversationId}
            item={item}
            meId={meId}
            highlights={marks.get(item.message.seq) ?? NONE}
            decision={detail?.decisions.find((each) => each.answer_seq === item.message.seq)}
            spotted={spot === item.message.seq}
            seen={seen === item.message.seq}
          />
        </>
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
});
