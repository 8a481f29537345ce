/** The conversation beside the table, live: why it is watched, its thread, the answer that waits, and what to do. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { Link } from "wouter";
import type { RiskRow } from "../../api/control";
import { isMissing } from "../../api/problems";
import { useMe, useThread } from "../../desk/DeskContext";
import { inboxPath } from "../../inbox/address";
import { ConversationSkeleton } from "../../inbox/ConversationSkeleton";
import type { Deciding } from "../../inbox/checking/HeldAnswer";
import { useHeldAnswer } from "../../inbox/checking/useHeldAnswer";
import { handInWords, handOf } from "../../inbox/holder";
import { Thread } from "../../inbox/thread/Thread";
import { useActions } from "../../inbox/useActions";
import { useConversation } from "../../inbox/useConversation";
import { useKeys } from "../../inbox/useInboxKeys";
import { useSpot } from "../../inbox/useSpot";
import { BackIcon } from "../../shell/icons";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { CONTROL_SHORTCUTS } from "../keys";
import { RiskBar } from "../RiskBar";
import { stateInWords } from "../words";
import { ActsBar } from "./ActsBar";
import classes from "./Preview.module.css";
import { useOversight } from "./useOversight";
import { WhyPart } from "./WhyPart";

const GuidePart = lazy(() => import("./GuidePart"));
const DismissPart = lazy(() => import("./DismissPart"));
const Writing = lazy(() => import("./Writing"));
const HeldAnswer = lazy(() => import("../../inbox/checking/HeldAnswer"));
const HandBackDialog = lazy(() => import("../../inbox/HandBackDialog"));

/** What is being filled in below the thread. */
export type Doing = "guide" | "dismiss" | null;

const nothing = () => undefined;

/** What is being done with the answer that waits; the next one begins by being read. */
function useDeciding(draftId: string | undefined): readonly [Deciding, (next: Deciding) => void] {
  const [of, setOf] = useState<{ id: string | undefined; doing: Deciding }>({ id: draftId, doing: "read" });
  return [of.id === draftId ? of.doing : "read", (doing) => setOf({ id: draftId, doing })];
}

interface PreviewProps {
  id: string;
  /** What the room knows of it, while the assistant has it. */
  row: RiskRow | undefined;
  /** Back to the table. */
  back: string;
  onClose: () => void;
}

export function Preview({ id, row, back, onClose }: PreviewProps) {
  const me = useMe();
  const query = useConversation(id);
  const detail = query.data;
  const thread = useThread(id);
  const actions = useActions(detail, nothing);
  const oversight = useOversight(id, row);
  const [doing, setDoing] = useState<Doing>(null);
  const [returning, setReturning] = useState(false);
  const spot = useSpot(nothing);
  const hand = detail && handOf(detail);
  const mine = hand === "agent" && detail?.control.agent?.id === me.id;
  const watched = row && hand !== "agent" && hand !== "queue" && hand !== "resolved" ? row : null;
  const kept = detail?.draft ?? null;
  const held = kept?.kind === "held" && detail?.draft_due_at ? kept : null;
  const checking = useHeldAnswer(held);
  const [deciding, setDeciding] = useDeciding(held?.id);
  const decide = held && !checking.busy;

  const dismissing = watched?.dismissed ? oversight.bringBack : () => setDoing("dismiss");
  useKeys(CONTROL_SHORTCUTS, {
    close: doing ? () => setDoing(null) : deciding !== "read" ? () => setDeciding("read") : onClose,
    guide: watched ? () => setDoing("guide") : undefined,
    hold: watched ? oversight.hold : undefined,
    dismiss: watched ? dismissing : undefined,
    approve: decide ? () => checking.approve() : undefined,
    edit: decide ? () => setDeciding("edit") : undefined,
    reject: decide ? () => setDeciding("reject") : undefined,
    takeOver: hand && !mine && hand !== "resolved" ? actions.take : undefined,
    handBack: mine ? () => setReturning(true) : undefined,
  });

  if (isMissing(query.error)) {
    return (
      <Empty title={t`This conversation is gone`}>
        <p>
          <Trans>It was deleted, or is not one that you may see.</Trans>
        </p>
        <Link href={back}>
          <Trans>Back to the table</Trans>
        </Link>
      </Empty>
    );
  }
  if (query.isError && !detail) {
    return (
      <Failure
        problem={query.error}
        what={t`The conversation could not be loaded.`}
        onRetry={query.refetch}
      />
    );
  }
  if (!detail) return <ConversationSkeleton context={false} />;
  return (
    <section className={classes.preview} aria-label={t`Conversation with ${{ name: detail.customer.name }}`}>
      <header className={classes.head}>
        <Link href={back} className={classes.back} aria-label={t`Back to the table`}>
          <BackIcon size={20} />
        </Link>
        {watched && <RiskBar risk={watched.risk} tier={watched.tier} aside={watched.dismissed !== null} />}
        <div className={classes.who}>
          <h2>{detail.customer.name}</h2>
          <p role="status" data-hand={hand}>
            {watched ? stateInWords(watched) : handInWords(detail, me.id)}
            {watched?.topic && <span>{watched.topic}</span>}
            <Link href={inboxPath(mine ? "mine" : "all", id)}>
              <Trans>View in the inbox</Trans>
            </Link>
          </p>
        </div>
        <ActsBar
          row={watched}
          mine={mine}
          elsewhere={hand === "queue" || hand === "agent"}
          oversight={oversight}
          taking={actions.busy}
          doing={doing}
          onDoing={setDoing}
          onTake={actions.take}
          onHandBack={() => setReturning(true)}
        />
      </header>
      {watched && <WhyPart row={watched} onJump={spot.jump} onTakeBack={oversight.takeBack} />}
      <Thread
        conversationId={id}
        thread={thread}
        detail={detail}
        meId={me.id}
        seenSeq={detail.seen_seq}
        spot={spot.spot}
        onArrived={spot.arrived}
        sought=""
        shown={null}
        onJump={spot.jump}
      />
      <Suspense fallback={<div data-arriving />}>
        {held && (
          <HeldAnswer
            key={held.id}
            draft={held}
            actions={checking}
            mayDecide
            deciding={[deciding, setDeciding]}
          />
        )}
        {watched && doing === "guide" && (
          <GuidePart
            busy={oversight.busy}
            onCancel={() => setDoing(null)}
            onGuide={async (guidance) => (await oversight.guide(guidance)) && setDoing(null)}
          />
        )}
        {watched && doing === "dismiss" && (
          <DismissPart
            busy={oversight.busy}
            onCancel={() => setDoing(null)}
            onDismiss={async (reason, because) =>
              (await oversight.dismiss(reason, because)) && setDoing(null)
            }
          />
        )}
        {mine && <Writing detail={detail} meId={me.id} onJump={spot.jump} />}
        {returning && (
          <HandBackDialog
            id={id}
            name={detail.customer.name}
            opened={returning}
            busy={actions.busy}
            onClose={() => setReturning(false)}
            onHandBack={actions.giveBack}
          />
        )}
      </Suspense>
    </section>
  );
}
