/** The list pane: views, search, and the rows, of which only those in sight are drawn. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useVirtualizer } from "@tanstack/react-virtual";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { useMe } from "../../desk/DeskContext";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { HistoryNote } from "../../ui/HistoryNote";
import { baseOf, type InboxView, inboxPath, viewName } from "../address";
import { useNow } from "../useNow";
import { BulkBar } from "./BulkBar";
import classes from "./ConversationList.module.css";
import { EmptyView } from "./EmptyView";
import { FilterChips } from "./FilterChips";
import { ListSkeleton } from "./ListSkeleton";
import { Row } from "./Row";
import { SearchBox } from "./SearchBox";
import type { useInboxList } from "./useInboxList";
import { ViewTabs } from "./ViewTabs";

// Their fields are large, and the list does not wait for them.
const FilterMenu = lazy(() => import("./FilterMenu"));
const SaveFilter = lazy(() => import("./SaveFilter"));

const ROW_HEIGHT = 64;
const NEAR_THE_END = 10;

interface ListProps {
  view: InboxView;
  open: string | null;
  list: ReturnType<typeof useInboxList>;
}

export function ConversationList({ view, open, list }: ListProps) {
  const [saving, setSaving] = useState(false);
  return (
    <section className={classes.pane} aria-label={t`Conversations: ${viewName(view)}`}>
      <div className={classes.top}>
        <SearchBox value={list.q} onChange={list.setQ} />
        <Suspense fallback={<Bone width={34} height={34} />}>
          <FilterMenu view={view} onSave={() => setSaving(true)} />
        </Suspense>
      </div>
      <ViewTabs view={view} />
      <FilterChips view={view} />
      {saving && (
        <Suspense fallback={null}>
          <SaveFilter view={view} q={list.q} onClose={() => setSaving(false)} />
        </Suspense>
      )}
      <div className={classes.edge}>
        {list.waiting > 0 && (
          <button type="button" className={classes.chip} onClick={list.hold.release}>
            {plural(list.waiting, { one: "Show # update", other: "Show # updates" })}
          </button>
        )}
      </div>
      <div
        ref={list.scroller}
        className={classes.scroller}
        onPointerMove={list.hold.touch}
        onScroll={list.hold.touch}
      >
        <ListBody view={view} open={open} list={list} />
      </div>
      <BulkBar
        view={view}
        q={list.asked}
        selection={list.selection}
        loaded={list.rows.length}
        more={list.query.hasNextPage}
      />
    </section>
  );
}

function ListBody({ view, open, list }: ListProps) {
  const { query, rows } = list;
  if (query.isPending) return <ListSkeleton />;
  if (query.isError && rows.length === 0) {
    return (
      <Failure
        problem={query.error}
        what={t`The list could not be loaded.`}
        onRetry={() => query.refetch()}
      />
    );
  }
  if (rows.length === 0) return <EmptyView view={view} q={list.q} />;
  return <Rows view={view} open={open} list={list} />;
}

function Rows({ view, open, list }: ListProps) {
  const { query, rows, scroller, selection } = list;
  const meId = useMe().id;
  const now = useNow();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  });
  const last = virtual.getVirtualItems().at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last > rows.length - NEAR_THE_END) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length]);
  useReveal(open, rows, virtual.scrollToIndex);
  const reachesBack = view === "resolved" || list.asked !== "";
  return (
    <>
      <ul className={classes.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <li
              key={item.key}
              className={classes.item}
              style={{ transform: `translateY(${item.start}px)` }}
              aria-setsize={query.hasNextPage ? -1 : rows.length}
              aria-posinset={item.index + 1}
            >
              <Row
                row={row}
                view={view}
                meId={meId}
                now={now}
                open={row.id === open}
                chosen={selection.ids.has(row.id)}
                choosing={selection.ids.size > 0}
                onToggle={selection.toggle}
                onStretch={selection.stretch}
              />
            </li>
          );
        })}
      </ul>
      {list.asked !== "" && !hasNextPage && baseOf(view) !== "all" && (
        <div className={classes.end}>
          <Link href={inboxPath("all")}>
            <Trans>Search in all conversations, resolved ones too</Trans>
          </Link>
        </div>
      )}
      {reachesBack && !hasNextPage && (
        <div className={classes.end}>
          <HistoryNote />
        </div>
      )}
    </>
  );
}

/** Keep the open row in sight when another one is opened, as by j and k. */
function useReveal(open: string | null, rows: { id: string }[], reveal: (index: number) => void): void {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (open === shown.current) return;
    const index = rows.findIndex((row) => row.id === open);
    if (index === -1) return;
    shown.current = open;
    reveal(index);
  }, [open, rows, reveal]);
}
