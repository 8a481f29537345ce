/** The thread: the log from top to bottom, of which only what is near the sight is drawn. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { memo, useEffect, useMemo, useRef } from "react";
import { messagesOf, type Thread as ThreadState } from "../../../shared/thread";
import { useAudience, useDesk } from "../../desk/DeskContext";
import type { ConversationDetail, Decision, Signal } from "../../desk/wire";
import { DownIcon } from "../../shell/icons";
import { highlightsOf } from "../quotes";
import { useNow } from "../useNow";
import type { Spot } from "../useSpot";
import { marked } from "./marked";
import classes from "./Thread.module.css";
import { ThreadItem } from "./ThreadItem";
import { ThreadSkeleton } from "./ThreadSkeleton";
import { TypingLine } from "./TypingLine";
import { indexOfSeq, seenReply, shownItems, storedItems } from "./timeline";
import { useFollow } from "./useFollow";
import { useLog } from "./useLog";

interface ThreadProps {
  conversationId: string;
  thread: ThreadState;
  detail: ConversationDetail | undefined;
  meId: string;
  /** How far the customer had seen the log when the row was read. */
  seenSeq: number;
  spot: Spot["spot"];
  /** The spot is in sight. */
  onArrived: () => void;
  /** The decision whose evidence is marked; without one, that of the newest handover or of what is held. */
  shown: Decision | null;
  /** Words whose places in the thread are marked, as it is searched. */
  sought: string;
  onJump: (seq: number) => void;
}

/** The signals whose words are marked in the messages. */
function spokenFor(shown: Decision | null, detail: ConversationDetail | undefined): readonly Signal[] {
  if (shown) return shown.signals;
  const last = detail?.decisions.at(-1);
  if (last?.action === "held" && last.rule) return last.signals.filter((one) => one.value >= one.threshold);
  return detail?.handover?.signals ?? [];
}

function useItems(thread: ThreadState, detail: ConversationDetail | undefined) {
  const { events, from, draft, pending } = thread;
  const notes = detail?.notes;
  // What passes by changes with every key that somebody types: the log is not laid out anew for it.
  const stored = useMemo(() => storedItems({ events, from }, notes ?? []), [events, from, notes]);
  return useMemo(() => shownItems(stored, { draft, pending }), [stored, draft, pending]);
}

/** Brings an entry into sight, fetching what lies between when it is not there yet. */
function useGoing(spot: Spot["spot"], { thread, items, rows, onArrived }: Going) {
  const desk = useDesk();
  const latest = useRef(items);
  latest.current = items;
  const there = thread.seq > 0;
  useEffect(() => {
    if (!spot || !there || thread.id === null) return;
    let gone = false;
    void desk.loadBackTo(thread.id, spot.seq).then(() => {
      const index = indexOfSeq(latest.current, spot.seq);
      if (gone) return;
      if (index !== -1) rows.scrollToIndex(index, { align: "center" });
      onArrived();
    });
    return () => {
      gone = true;
    };
  }, [desk, thread.id, there, spot, rows, onArrived]);
}

interface Going {
  thread: ThreadState;
  items: ReturnType<typeof useItems>;
  rows: ReturnType<typeof useLog>["rows"];
  onArrived: () => void;
}

export const Thread = memo(function Thread(props: ThreadProps) {
  const { conversationId, thread, detail, meId, seenSeq, spot, onArrived, shown, sought, onJump } = props;
  const items = useItems(thread, detail);
  const marks = useMemo(() => highlightsOf(spokenFor(shown, detail)), [shown, detail]);
  const lastSeq = thread.seq + thread.pending.length + (detail?.notes.length ?? 0);
  const follow = useFollow(lastSeq, thread.typing.length + (thread.draft?.next ?? 0), thread.seq > 0);
  const log = useLog({ conversationId, items, more: thread.from > 0, scroller: follow.scroller });
  useGoing(spot, { thread, items, rows: log.rows, onArrived });
  const { seen: heard } = useAudience(conversationId);
  const seen = seenReply(thread, Math.max(seenSeq, heard));
  const now = useNow();
  const rows = log.rows.getVirtualItems();
  const sizer = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each part that is drawn its words are marked
  useEffect(() => marked(sizer.current, sought), [sought, rows]);
  if (thread.seq === 0) return <ThreadSkeleton />;
  return (
    <div className={classes.place}>
      {log.reaching && (
        <p className={classes.reaching} role="status">
          <Trans>Fetching what was said before…</Trans>
        </p>
      )}
      <div
        ref={follow.scroller}
        className={classes.scroller}
        onScroll={follow.onScroll}
        role="log"
        aria-label={t`Messages`}
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        <div className={classes.column}>
          <div ref={sizer} className={classes.sizer} style={{ height: log.rows.getTotalSize() }}>
            <div className={classes.window} style={{ transform: `translateY(${rows[0]?.start ?? 0}px)` }}>
              {rows.map((row) => {
                const item = items[row.index];
                if (!item) return null;
                return (
                  <div
                    key={row.key}
                    ref={log.rows.measureElement}
                    data-index={row.index}
                    className={classes.item}
                  >
                    <ThreadItem
                      conversationId={conversationId}
                      item={item}
                      now={now}
                      meId={meId}
                      detail={detail}
                      marks={marks}
                      seen={seen}
                      spot={spot?.seq ?? null}
                      onJump={onJump}
                    />
                  </div>
                );
              })}
            </div>
          </div>
          <TypingLine typing={thread.typing} />
        </div>
      </div>
      <Heard thread={thread} meId={meId} />
      {follow.unseen > 0 && (
        <button type="button" className={classes.pill} onClick={follow.toEnd}>
          <DownIcon size={14} />
          {plural(follow.unseen, { one: "# new message", other: "# new messages" })}
        </button>
      )}
    </div>
  );
});

/** Says the newest message of others: a thread of which parts come and go as one scrolls cannot be read out itself. */
function Heard({ thread, meId }: { thread: ThreadState; meId: string }) {
  const first = useRef(thread.seq);
  const last =
    thread.seq > first.current ? messagesOf({ ...thread, events: thread.events.slice(-1) })[0] : undefined;
  const own = last?.author.kind === "agent" && last.author.id === meId;
  return (
    <p className="sr" aria-live="polite">
      {last && !own && `${last.author.name || t`Assistant`}: ${last.text}`}
    </p>
  );
}
