/**
 * Draws only those items of a thread that are near the sight, keeps the reader's place while older ones are put in
 * front, and fetches those as the reader nears the top.
 */

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useState } from "react";
import { useDesk } from "../../desk/DeskContext";
import type { Item } from "./timeline";

const GUESSED_HEIGHT = 64;
const BEYOND_SIGHT = 12;
/** So few are all drawn: the browser's own search and a screen reader then have the whole thread. */
const DRAW_ALL_UP_TO = 80;
const FAR_BELOW = 1e7;
const NEAR_THE_TOP = 20;
export const PADDING_TOP = 16;
export const PADDING_END = 20;

function rangeOf(range: Range): number[] {
  if (range.count > DRAW_ALL_UP_TO) return defaultRangeExtractor(range);
  return Array.from({ length: range.count }, (_, index) => index);
}

interface Asked {
  conversationId: string;
  items: readonly Item[];
  /** Whether the log begins before the first item. */
  more: boolean;
  scroller: RefObject<HTMLDivElement | null>;
}

export function useLog({ conversationId, items, more, scroller }: Asked) {
  const desk = useDesk();
  const [reaching, setReaching] = useState(false);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => GUESSED_HEIGHT,
    getItemKey: useCallback((index: number) => items[index]?.key ?? index, [items]),
    overscan: BEYOND_SIGHT,
    rangeExtractor: rangeOf,
    // The newest words first: the browser ends at what there is.
    initialOffset: FAR_BELOW,
    anchorTo: "end",
    paddingStart: PADDING_TOP,
    paddingEnd: PADDING_END,
  });
  const first = rows.range?.startIndex ?? NEAR_THE_TOP;
  const near = more && first < NEAR_THE_TOP;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each part that came may leave the reader near the top still
  useEffect(() => {
    if (!near) return;
    let gone = false;
    setReaching(true);
    void desk.loadOlder(conversationId).then(() => gone || setReaching(false));
    return () => {
      gone = true;
      setReaching(false);
    };
  }, [desk, conversationId, near, items.length]);
  return { rows, reaching };
}
