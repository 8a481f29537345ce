/** A view that follows the newest row unless the reader looks back. */

import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

const NEAR = 64;

/** Scrolls to the beginning of the newest row when it is taller than the view; says whether it did. */
function beginningShown(box: HTMLElement | null): boolean {
  const newest = box?.lastElementChild;
  if (!box || !(newest instanceof HTMLElement) || newest.offsetHeight < box.clientHeight) return false;
  box.scrollTo({ top: newest.offsetTop - box.offsetTop });
  return true;
}

/** A panel that grows or shrinks stays where it was: at the foot. */
function useKeptAtFoot(place: RefObject<HTMLDivElement | null>, atFoot: RefObject<boolean>): void {
  useLayoutEffect(() => {
    const box = place.current;
    if (!box) return;
    const watch = new ResizeObserver(() => {
      if (atFoot.current) box.scrollTo({ top: box.scrollHeight });
    });
    watch.observe(box);
    return () => watch.disconnect();
  }, [place, atFoot]);
}

/**
 * Keeps the newest in view while the reader is at the foot; says when something new lies below. `passing` changes
 * with whatever else makes the foot grow: dots of typing, pieces of a draft.
 */
export function useFollowing(rowCount: number, passing: number, ownCount: number) {
  const place = useRef<HTMLDivElement>(null);
  const atFoot = useRef(true);
  const last = useRef({ own: ownCount, rows: rowCount });
  const [below, setBelow] = useState(false);

  function toFoot(): void {
    const box = place.current;
    box?.scrollTo({ top: box.scrollHeight });
    atFoot.current = true;
    setBelow(false);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown decides, not the functions.
  useLayoutEffect(() => {
    const before = last.current;
    last.current = { own: ownCount, rows: rowCount };
    if (ownCount > before.own) toFoot();
    else if (!atFoot.current) setBelow((shown) => shown || rowCount > before.rows);
    else if (!beginningShown(place.current)) toFoot();
  }, [rowCount, passing, ownCount]);

  useKeptAtFoot(place, atFoot);

  function scrolled(): void {
    const box = place.current;
    if (!box) return;
    atFoot.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    if (atFoot.current) setBelow(false);
  }

  return { place, below, toFoot, scrolled };
}
