/** The open conversation: its thread, the composer, and its context. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { lazy, memo, Suspense, useCallback, useState } from "react";
import { isMissing, isNotInPlan } from "../api/problems";
import { useCell } from "../desk/cell";
import { useMe, useThread } from "../desk/DeskContext";
import type { ConversationRow, Decision } from "../desk/wire";
import { Failure } from "../ui/Failure";
import type { InboxView } from "./address";
import { ConversationSkeleton } from "./ConversationSkeleton";
import { useHeldAnswer } from "./checking/useHeldAnswer";
import { Composer } from "./composer/Composer";
import composer from "./composer/Composer.module.css";
import { focusComposer } from "./composer/place";
import { useDraft } from "./composer/useDraft";
import { useMentionsSeen } from "./composer/useMentionsSeen";
import { suggestionFor, useSuggestion } from "./composer/useSuggestion";
import { Context } from "./context/Context";
import { type Hand, handOf } from "./holder";
import classes from "./Inbox.module.css";
import { openReasons, useLabel } from "./labelling/useLabel";
import { Missing } from "./Missing";
import { resolving } from "./resolving";
import { PickTime } from "./snooze/PickTime";
import { adding } from "./tasks/adding";
import { GuardBar } from "./thread/guard/GuardBar";
import { Thread } from "./thread/Thread";
import { ThreadHeader } from "./thread/ThreadHeader";
import { answeredSinceHandover } from "./thread/timeline";
import { PassedOn } from "./transfer/PassedOn";
import { TransferDialog } from "./transfer/TransferDialog";
import { TranslatingProvider } from "./translating/Translating";
import { type Actions, useActions } from "./useActions";
import type { ContextPane } from "./useContextPane";
import { useConversation } from "./useConversation";
import { useInboxKeys } from "./useInboxKeys";
import { useSpot } from "./useSpot";

const FindBar = lazy(() => import("./thread/find/FindBar"));
const HandBackDialog = lazy(() => import("./HandBackDialog"));
const OfferBar = lazy(() => import("./offer/OfferBar"));
const CallBar = lazy(() => import("./calling/CallBar"));
const KnownAlready = lazy(() => import("./known/KnownAlready"));
const ResolveAnyway = lazy(() => import("./tasks/ResolveAnyway"));
const HeldAnswer = lazy(() => import("./checking/HeldAnswer"));

/** What lies over the conversation and waits for an answer. */
type Asking = "brief" | "receiver" | "snooze" | "time" | "tasks" | null;

/** The key of the one thing that a conversation needs: a person, or to be open at all. */
function acceptMeans(
  actions: Actions,
  { mine, hand, leaving }: { mine: boolean; hand: Hand | undefined; leaving: boolean },
): (() => void) | undefined {
  if (leaving || mine || actions.busy) return undefined;
  return hand === "resolved" ? actions.reopen : actions.take;
}

/** What remains once this one is closed: a choice in it may have opened the next already. */
function closed(gone: Asking): (now: Asking) => Asking {
  return (now) => (now === gone ? null : now);
}

interface ConversationProps {
  id: string;
  view: InboxView;
  /** What the list knows of it, until all is there. */
  known: ConversationRow | undefined;
  pane: ContextPane;
}

export const Conversation = memo(function Conversation({ id, view, known, pane }: ConversationProps) {
  const query = useConversation(id);
  const row = query.data ?? known;
  const me = useMe();
  const thread = useThread(id);
  const draft = useDraft(id, me.role !== "viewer");
  useMentionsSeen(id, query.data?.notes, me.id);
  const [asking, setAsking] = useState<Asking>(null);
  const actions = useActions(row, () => setAsking("tasks"));
  const leaving = useCell(resolving.ids).has(id);
  const [finding, setFinding] = useState(false);
  const [sought, setSought] = useState("");
  const [shown, setShown] = useState<Decision | null>(null);
  const { close } = pane;
  const spot = useSpot(useCallback(() => pane.over && close(), [pane.over, close]));

  const mayWrite = me.role !== "viewer";
  const hand = row && handOf(row);
  const mine = hand === "agent" && row?.control.agent?.id === me.id;
  const live = hand !== "resolved" && !leaving;
  const snoozed = row?.status === "snoozed";
  const kept = query.data?.draft ?? null;
  const held = kept?.kind === "held" && row?.draft_due_at ? kept : null;
  const checking = useHeldAnswer(held);
  useSuggestion(id, thread, mayWrite && mine && live);
  const labelling = useLabel(query.data);
  const write = (mode: "reply" | "note") => () => {
    draft.setMode(mode);
    focusComposer();
  };
  const askDepartment = () => {
    if (!pane.beside && !pane.over) pane.toggle();
    adding.set(id);
  };
  useInboxKeys({ find: () => setFinding(true) });
  useInboxKeys(
    mayWrite
      ? {
          accept: acceptMeans(actions, { mine, hand, leaving: leaving || row?.channel === "import" }),
          approve: held && !checking.busy ? () => checking.approve() : undefined,
          handback: mine ? () => setAsking("brief") : undefined,
          transfer: live ? () => setAsking("receiver") : undefined,
          snooze: mine && live ? (snoozed ? actions.reopen : () => setAsking("snooze")) : undefined,
          resolve: actions.resolve,
          task: live ? askDepartment : undefined,
          reply: write("reply"),
          note: write("note"),
          right: labelling?.keys.right,
          late: labelling?.keys.too_late,
          needless: labelling?.keys.needless,
          reason: openReasons,
        }
      : {},
  );

  if (isMissing(query.error)) return <Missing view={view} />;
  if (isNotInPlan(query.error)) return <Missing view={view} why="older" />;
  if (query.isError && !row) {
    return (
      <section className={classes.thread}>
        <Failure
          problem={query.error}
          what={t`The conversation could not be loaded.`}
          onRetry={() => query.refetch()}
        />
      </section>
    );
  }
  if (!row) return <ConversationSkeleton context={pane.beside || pane.over} />;
  const fits = (hand === "queue" || mine) && !answeredSinceHandover(thread);
  const onCard = fits ? (query.data?.handover?.suggestion?.text ?? null) : null;
  const suggestion = suggestionFor(kept, thread) ?? onCard;
  return (
    <TranslatingProvider row={row} thread={thread}>
      <section className={classes.thread} aria-label={t`Conversation with ${{ name: row.customer.name }}`}>
        <ThreadHeader
          row={row}
          view={view}
          actions={actions}
          leaving={leaving}
          contextShown={pane.beside || pane.over}
          onContext={pane.toggle}
          onFind={() => setFinding(true)}
          onHandBack={() => setAsking("brief")}
          onTransfer={() => setAsking("receiver")}
          snoozing={asking === "snooze"}
          onSnoozing={(opened) => setAsking(opened ? "snooze" : closed("snooze"))}
          onPickTime={() => setAsking("time")}
        />
        {finding && (
          <Suspense fallback={<div data-arriving />}>
            <FindBar
              id={id}
              thread={thread}
              onSought={setSought}
              onJump={spot.jump}
              onClose={() => setFinding(false)}
            />
          </Suspense>
        )}
        {row.offered_to && live && mayWrite && (
          <Suspense fallback={null}>
            <OfferBar row={row} meId={me.id} actions={actions} />
          </Suspense>
        )}
        <PassedOn detail={query.data} meId={me.id} />
        <Thread
          conversationId={id}
          thread={thread}
          detail={query.data}
          meId={me.id}
          seenSeq={row.seen_seq}
          spot={spot.spot}
          onArrived={spot.arrived}
          sought={sought}
          shown={shown}
          onJump={spot.jump}
        />
        {held && (
          <Suspense fallback={null}>
            <HeldAnswer key={held.id} draft={held} actions={checking} mayDecide={mayWrite} />
          </Suspense>
        )}
        {row.call_at && (
          <Suspense fallback={null}>
            <CallBar conversationId={id} />
          </Suspense>
        )}
        <GuardBar id={id} thread={thread} draft={draft} meId={me.id} onJump={spot.jump} />
        {mayWrite && mine && draft.mode === "reply" && (
          <Suspense fallback={null}>
            <KnownAlready
              conversationId={id}
              text={draft.text}
              onUse={(text) => {
                draft.setText(text);
                focusComposer();
              }}
              onJump={spot.jump}
            />
          </Suspense>
        )}
        {mayWrite ? (
          <Composer row={row} draft={draft} suggestion={suggestion} />
        ) : (
          <p className={composer.reading}>
            <Trans>You may read this conversation, not write in it.</Trans>
          </p>
        )}
      </section>
      {(pane.beside || pane.over) && (
        <Context
          row={row}
          query={query}
          view={view}
          over={pane.over}
          onClose={pane.close}
          onJump={spot.jump}
          onShow={setShown}
          onUseSuggestion={
            suggestion === null
              ? null
              : () => {
                  draft.setMode("reply");
                  draft.setText(suggestion);
                  if (pane.over) close();
                  focusComposer();
                }
          }
        />
      )}
      {(asking === "brief" || asking === "tasks") && (
        <Suspense fallback={null}>
          <HandBackDialog
            id={id}
            name={row.customer.name}
            opened={asking === "brief"}
            busy={actions.busy}
            onClose={() => setAsking(closed("brief"))}
            onHandBack={actions.giveBack}
          />
          <ResolveAnyway
            row={row}
            opened={asking === "tasks"}
            onClose={() => setAsking(closed("tasks"))}
            onResolved={actions.stored}
          />
        </Suspense>
      )}
      <TransferDialog
        row={row}
        opened={asking === "receiver"}
        busy={actions.busy}
        onClose={() => setAsking(null)}
        onTransfer={actions.passTo}
      />
      <PickTime opened={asking === "time"} onClose={() => setAsking(null)} onSnooze={actions.snooze} />
    </TranslatingProvider>
  );
});
