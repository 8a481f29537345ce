/** True while somebody reads or moves through the list: for a few seconds after each sign of it. */

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

const READING_LASTS = 4_000;

export interface Hold {
  holding: boolean;
  touch: () => void;
  /** Let the order go and return to the top. */
  release: () => void;
}

export function useHold(scroller: RefObject<HTMLElement | null>): Hold {
  const [holding, setHolding] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const touch = useCallback(() => {
    clearTimeout(timer.current);
    setHolding(true);
    const rest = () => {
      if ((scroller.current?.scrollTop ?? 0) > 0) timer.current = setTimeout(rest, READING_LASTS);
      else setHolding(false);
    };
    timer.current = setTimeout(rest, READING_LASTS);
  }, [scroller]);
  const release = useCallback(() => {
    clearTimeout(timer.current);
    setHolding(false);
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { holding, touch, release };
}
