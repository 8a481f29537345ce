/** True while somebody reads the table: after each sign of it for a while, and as long as it is scrolled down. */

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** Milliseconds. */
export const AFTER = { pointer: 20_000, key: 10_000, leaving: 2_000 } as const;

export interface Calm {
  reading: boolean;
  touch: (sign: keyof typeof AFTER) => void;
  /** Let the order go and return to the top. */
  release: () => void;
}

export function useCalm(scroller: RefObject<HTMLElement | null>): Calm {
  const [reading, setReading] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const touch = useCallback(
    (sign: keyof typeof AFTER) => {
      clearTimeout(timer.current);
      setReading(true);
      const rest = () => {
        if ((scroller.current?.scrollTop ?? 0) > 0) timer.current = setTimeout(rest, AFTER.key);
        else setReading(false);
      };
      timer.current = setTimeout(rest, AFTER[sign]);
    },
    [scroller],
  );
  const release = useCallback(() => {
    clearTimeout(timer.current);
    setReading(false);
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { reading, touch, release };
}
