/** The context pane: the card first, then what is open, the customer and their orders; how it came about is folded. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { CloseButton } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { ConversationDetail, ConversationRow, Decision } from "../../desk/wire";
import { Failure } from "../../ui/Failure";
import type { InboxView } from "../address";
import { AssistantCard } from "./AssistantCard";
import classes from "./Context.module.css";
import { ContextSkeleton } from "./ContextSkeleton";
import { Customer } from "./Customer";
import { DecisionRecord } from "./DecisionRecord";
import { HandoverCardView } from "./HandoverCardView";

const Digest = lazy(() => import("./Digest"));
const CommitmentsPart = lazy(() => import("./CommitmentsPart"));
const TasksPart = lazy(() => import("../tasks/TasksPart"));
const RatingsPart = lazy(() => import("./RatingsPart"));
const PersonPart = lazy(() => import("./PersonPart"));
const Deeds = lazy(() => import("./Deeds"));
const WhyChosen = lazy(() => import("../offer/WhyChosen"));

interface ContextProps {
  row: ConversationRow;
  query: UseQueryResult<ConversationDetail>;
  view: InboxView;
  over: boolean;
  onClose: () => void;
  onJump: (seq: number) => void;
  /** The thread marks the words that spoke for this decision. */
  onShow: (decision: Decision | null) => void;
  /** Null once the suggestion has been overtaken by an answer. */
  onUseSuggestion: (() => void) | null;
}

export function Context({ row, query, view, over, onClose, onJump, onShow, onUseSuggestion }: ContextProps) {
  return (
    <aside className={classes.pane} data-over={over || undefined} aria-label={t`Context`}>
      {over && (
        <div className={classes.bar}>
          <h2>
            <Trans>About {row.customer.name}</Trans>
          </h2>
          <CloseButton aria-label={t`Close the context`} onClick={onClose} />
        </div>
      )}
      {query.isError && !query.data ? (
        <Failure
          problem={query.error}
          what={t`The context could not be loaded.`}
          onRetry={() => query.refetch()}
        />
      ) : query.data ? (
        <Sections
          detail={query.data}
          view={view}
          onJump={onJump}
          onShow={onShow}
          onUseSuggestion={onUseSuggestion}
        />
      ) : (
        <ContextSkeleton />
      )}
    </aside>
  );
}

interface SectionsProps extends Pick<ContextProps, "view" | "onJump" | "onShow" | "onUseSuggestion"> {
  detail: ConversationDetail;
}

function Sections({ detail, view, onJump, onShow, onUseSuggestion }: SectionsProps) {
  return (
    <>
      {detail.handover ? (
        <HandoverCardView detail={detail} card={detail.handover} onJump={onJump} onUse={onUseSuggestion} />
      ) : (
        <AssistantCard detail={detail} onJump={onJump} />
      )}
      <Suspense fallback={null}>
        <CommitmentsPart detail={detail} onJump={onJump} />
        <TasksPart row={detail} />
      </Suspense>
      <Suspense fallback={null}>
        <Digest detail={detail} onJump={onJump} />
      </Suspense>
      <Customer detail={detail} />
      <Suspense fallback={null}>
        <RatingsPart detail={detail} />
      </Suspense>
      <Suspense fallback={null}>
        <PersonPart detail={detail} view={view} />
      </Suspense>
      <Suspense fallback={null}>
        <Deeds detail={detail} onJump={onJump} />
      </Suspense>
      <Suspense fallback={null}>
        <WhyChosen row={detail} />
      </Suspense>
      <DecisionRecord decisions={detail.decisions} onJump={onJump} onShow={onShow} />
    </>
  );
}
