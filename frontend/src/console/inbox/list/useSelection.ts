/** Which rows are chosen for an act on many: one by one with x, a stretch with Shift, or all that the view holds. */

import { useCallback, useEffect, useRef, useState } from "react";

export interface Selection {
  ids: ReadonlySet<string>;
  /** All that the view holds, also what is not loaded. */
  whole: boolean;
  toggle: (id: string) => void;
  /** From the last one that was chosen to this one. */
  stretch: (id: string) => void;
  chooseWhole: () => void;
  clear: () => void;
}

/** The rows between two of them, both included; pure. */
export function between(rows: readonly string[], from: string | null, to: string): string[] {
  const ends = [from === null ? -1 : rows.indexOf(from), rows.indexOf(to)];
  if (ends.includes(-1)) return [to];
  return rows.slice(Math.min(...ends), Math.max(...ends) + 1);
}

export function useSelection(rows: readonly { id: string }[], place: string): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [whole, setWhole] = useState(false);
  const last = useRef<string | null>(null);
  const latest = useRef(rows);
  latest.current = rows;
  const clear = useCallback(() => {
    setIds(new Set());
    setWhole(false);
    last.current = null;
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has another choice
  useEffect(clear, [place]);
  const toggle = useCallback((id: string) => {
    setWhole(false);
    last.current = id;
    setIds((known) => {
      const next = new Set(known);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const stretch = useCallback((id: string) => {
    const chosen = between(
      latest.current.map((row) => row.id),
      last.current,
      id,
    );
    last.current = id;
    setIds((known) => new Set([...known, ...chosen]));
  }, []);
  const chooseWhole = useCallback(() => {
    setIds(new Set(latest.current.map((row) => row.id)));
    setWhole(true);
  }, []);
  return { ids, whole, toggle, stretch, chooseWhole, clear };
}
