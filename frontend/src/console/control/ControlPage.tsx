/** The control room: live conversations of the assistant by risk, and the one that is looked at beside them. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { lazy, Suspense, useMemo, useRef, useState } from "react";
import { useLocation, useSearch } from "wouter";
import { inboxPath } from "../inbox/address";
import { useKeys } from "../inbox/useInboxKeys";
import { useTitle } from "../shell/useTitle";
import { Failure } from "../ui/Failure";
import { NotInPlan, useHas } from "../ui/NotInPlan";
import "../ui/forms.css";
import { Announcer } from "./Announcer";
import { controlPath, readFilter, readOpen } from "./addresses";
import classes from "./Control.module.css";
import { ControlSkeleton } from "./ControlSkeleton";
import { EmptyRoom } from "./EmptyRoom";
import { CONTROL_SHORTCUTS } from "./keys";
import type { Shown, Still } from "./order";
import { Preview } from "./preview/Preview";
import { RiskTable } from "./RiskTable";
import { choicesOf, counted, EVERYTHING, type Filter } from "./room";
import { Toolbar } from "./Toolbar";
import { useCalm } from "./useCalm";
import { useOrder } from "./useOrder";
import { useRoom } from "./useRoom";
import { movedInWords } from "./words";

const SettingsDialog = lazy(() => import("./settings/SettingsDialog"));

/** Who stands next to the open one; the first when none is open. */
function beside(shown: readonly Shown[], open: string | null, by: 1 | -1): string | null {
  const at = shown.findIndex(({ row }) => row.conversation_id === open);
  const next = at === -1 ? 0 : Math.min(shown.length - 1, Math.max(0, at + by));
  return shown[next]?.row.conversation_id ?? null;
}

export default function ControlPage() {
  useTitle(t`Control room`);
  return useHas("control_room") ? <Room /> : <Lacking />;
}

function Lacking() {
  return (
    <NotInPlan
      page
      title={t`Watch the assistant while it talks`}
      points={[
        t`Every live conversation of the assistant, the riskiest first, with the reason and the words it rests on.`,
        t`Guide its next answer privately, hold a reply until you have seen it, or take over with one key.`,
        t`What forces approval already goes on to do so in every plan.`,
      ]}
    >
      <Trans>The control room shows where it is about to go wrong, before the customer notices.</Trans>
    </NotInPlan>
  );
}

function Room() {
  const [path, go] = useLocation();
  const search = useSearch();
  const filter = useMemo(() => readFilter(search), [search]);
  const open = readOpen(path);
  const query = useRoom();
  const rows = query.data?.rows;
  const scroller = useRef<HTMLDivElement>(null);
  const calm = useCalm(scroller);
  const order = useOrder(rows, filter, calm.reading);
  const [setting, setSetting] = useState(false);

  const step = (by: 1 | -1) => {
    calm.touch("key");
    const id = beside(order.shown, open, by);
    if (id && id !== open) go(controlPath(id, filter), { replace: open !== null });
  };
  const close = () => go(controlPath(null, filter));
  useKeys(CONTROL_SHORTCUTS, {
    next: () => step(1),
    previous: () => step(-1),
    show: order.moved.length > 0 ? calm.release : undefined,
    inbox: open ? () => go(inboxPath("all", open)) : undefined,
  });
  const narrow = (next: Filter) => go(controlPath(open, next), { replace: true });
  return (
    <main className={classes.page} data-open={open !== null || undefined}>
      <div className={classes.table}>
        <Toolbar
          counts={counted(rows?.values() ?? [], filter)}
          choices={choicesOf(rows?.values() ?? [])}
          filter={filter}
          onFilter={narrow}
          onSettings={() => setSetting(true)}
        />
        <Announcer rows={rows} />
        <div className={classes.edge}>
          {order.moved.length > 0 && (
            <button type="button" className={classes.moved} aria-keyshortcuts="u" onClick={calm.release}>
              {movedInWords(order.moved.length)}
            </button>
          )}
        </div>
        {query.isPending ? (
          <ControlSkeleton />
        ) : query.isError && !rows ? (
          <Failure
            problem={query.error}
            what={t`The live conversations could not be loaded.`}
            onRetry={() => void query.refetch()}
          />
        ) : (
          <Body order={order} others={rows?.size ?? 0} onEverything={() => narrow(EVERYTHING)}>
            <RiskTable order={order} open={open} filter={filter} calm={calm} scroller={scroller} />
          </Body>
        )}
      </div>
      {open !== null && (
        <Preview
          key={open}
          id={open}
          row={rows?.get(open)}
          back={controlPath(null, filter)}
          onClose={close}
        />
      )}
      {setting && (
        <Suspense fallback={null}>
          <SettingsDialog onClose={() => setSetting(false)} />
        </Suspense>
      )}
    </main>
  );
}

interface BodyProps {
  order: Still;
  others: number;
  onEverything: () => void;
  children: React.ReactNode;
}

function Body({ order, others, onEverything, children }: BodyProps) {
  if (order.shown.length > 0) return children;
  return (
    <div className={classes.empty}>
      <EmptyRoom others={others} onEverything={onEverything} />
    </div>
  );
}
