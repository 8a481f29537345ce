/** Bring one message into sight and mark it for a moment. */

import { useCallback, useEffect, useState } from "react";
import { messageId } from "./thread/Bubble";

const MARKED_FOR = 2_000;

export interface Spot {
  seq: number | null;
  jump: (seq: number) => void;
}

/** `before` runs first, to uncover the thread where something lies over it. */
export function useSpot(before: () => void): Spot {
  const [spot, setSpot] = useState<{ seq: number; at: number } | null>(null);
  useEffect(() => {
    if (!spot) return;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    document
      .getElementById(messageId(spot.seq))
      ?.scrollIntoView({ block: "center", behavior: calm ? "instant" : "smooth" });
    const timer = setTimeout(() => setSpot(null), MARKED_FOR);
    return () => clearTimeout(timer);
  }, [spot]);
  const jump = useCallback(
    (seq: number) => {
      before();
      setSpot({ seq, at: Date.now() });
    },
    [before],
  );
  return { seq: spot?.seq ?? null, jump };
}
