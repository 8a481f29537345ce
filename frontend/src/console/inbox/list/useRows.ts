/** The rows of a view: pages from the server, kept live, in an order that holds while it is looked at. */

import {
  keepPreviousData,
  skipToken,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { listConversations } from "../../api/conversations";
import { keys } from "../../desk/keys";
import type { ConversationRow } from "../../desk/wire";
import { filterOf, type InboxView } from "../address";
import { flatten, holdOrder, keepOpen } from "../rows";

export function useRowQuery(view: InboxView, q: string) {
  return useInfiniteQuery({
    queryKey: keys.rows(view, q),
    queryFn: ({ pageParam, signal }) => listConversations({ view, q, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.has_more ? page.next_cursor : undefined),
    placeholderData: q === "" ? undefined : keepPreviousData,
  });
}

export interface SteadyRows {
  rows: ConversationRow[];
  /** Changes of order that wait until they are let in. */
  waiting: number;
}

interface Shown {
  place: string;
  ids: string[];
}

/** What the list shows: the wanted order, or while held the one the eye is on. */
export function useSteadyRows(
  wanted: ConversationRow[],
  how: { place: string; holding: boolean; open: string | null },
): SteadyRows {
  const client = useQueryClient();
  const known = useRef(new Map<string, ConversationRow>());
  const [shown, setShown] = useState<Shown>({ place: "", ids: [] });
  const before = shown.place === how.place ? shown.ids : [];
  const steady = useMemo(() => {
    const ids = keepOpen(
      before,
      wanted.map((row) => row.id),
      how.open,
    );
    return how.holding && before.length > 0 ? holdOrder(before, ids) : { ids, waiting: 0 };
  }, [before, wanted, how.open, how.holding]);
  useQuery({ queryKey: keys.row(how.open ?? ""), queryFn: skipToken });
  const mark = steady.ids.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `mark` stands for the ids, which are new each time
  useEffect(() => setShown({ place: how.place, ids: steady.ids }), [mark, how.place]);
  for (const row of wanted) known.current.set(row.id, row);
  const rows = steady.ids.flatMap((id) => {
    const inView = wanted.find((row) => row.id === id);
    const row = inView ?? client.getQueryData<ConversationRow>(keys.row(id)) ?? known.current.get(id);
    return row ? [row] : [];
  });
  return { rows, waiting: steady.waiting };
}

export function useWantedRows(
  query: ReturnType<typeof useRowQuery>,
  view: InboxView,
  q: string,
): ConversationRow[] {
  const searched = q !== "" || filterOf(view).q !== undefined;
  return useMemo(() => flatten(query.data, view, searched), [query.data, view, searched]);
}
