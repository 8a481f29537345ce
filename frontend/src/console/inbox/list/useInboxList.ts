/** All that the list pane and the keyboard need to know about the list. */

import { useDebouncedValue } from "@mantine/hooks";
import { useCallback, useRef, useState } from "react";
import type { InboxView } from "../address";
import { neighbour } from "../rows";
import { useHold } from "./useHold";
import { useRowQuery, useSteadyRows, useWantedRows } from "./useRows";
import { useSelection } from "./useSelection";

const TYPING_PAUSE = 200;

export function useInboxList(view: InboxView, open: string | null) {
  const [q, setQ] = useState("");
  // A space at the end says that the last word is whole.
  const [asked] = useDebouncedValue(q.trim() ? q.trimStart() : "", TYPING_PAUSE);
  const scroller = useRef<HTMLDivElement>(null);
  const hold = useHold(scroller);
  const query = useRowQuery(view, asked);
  const wanted = useWantedRows(query, view, asked);
  const { rows, waiting } = useSteadyRows(wanted, {
    place: `${view} ${asked}`,
    holding: hold.holding,
    open,
  });
  const selection = useSelection(rows, `${view} ${asked}`);
  const { touch } = hold;
  const next = useCallback(
    (step: 1 | -1) => {
      touch();
      return neighbour(
        rows.map((row) => row.id),
        open,
        step,
      );
    },
    [rows, open, touch],
  );
  return { q, asked, setQ, scroller, hold, query, rows, waiting, next, selection };
}
