/** Which entry of the log is to be in sight: by a jump, or by the address, as `#message-12`. */

import { useCallback, useEffect, useRef, useState } from "react";

/** Long enough to find it with the eye. */
const MARKED_FOR = 2_500;
/** What changes an address; the router tells of the first two. */
const MOVES = ["pushState", "replaceState", "popstate", "hashchange"] as const;

export interface Spot {
  spot: { seq: number; at: number } | null;
  jump: (seq: number) => void;
  /** It is in sight, or cannot be had: its mark fades. */
  arrived: () => void;
}

/** The entry that an address names. */
export function seqIn(hash: string): number | null {
  const found = hash.match(/^#message-(\d{1,9})$/)?.[1];
  return found === undefined ? null : Number(found);
}

/** `before` runs first, to uncover the thread where something lies over it. */
export function useSpot(before: () => void): Spot {
  const [spot, setSpot] = useState<Spot["spot"]>(null);
  const fades = useRef<ReturnType<typeof setTimeout>>(undefined);
  const arrived = useCallback(() => {
    clearTimeout(fades.current);
    fades.current = setTimeout(() => setSpot(null), MARKED_FOR);
  }, []);
  useEffect(() => () => clearTimeout(fades.current), []);
  const jump = useCallback(
    (seq: number) => {
      before();
      clearTimeout(fades.current);
      setSpot({ seq, at: Date.now() });
    },
    [before],
  );
  useEffect(() => {
    const look = () => {
      const seq = seqIn(window.location.hash);
      if (seq === null) return;
      // Followed once: the next look at this address is a look at the newest words.
      window.history.replaceState(
        window.history.state,
        "",
        window.location.pathname + window.location.search,
      );
      setSpot({ seq, at: Date.now() });
    };
    look();
    for (const move of MOVES) window.addEventListener(move, look);
    return () => {
      for (const move of MOVES) window.removeEventListener(move, look);
    };
  }, []);
  return { spot, jump, arrived };
}
