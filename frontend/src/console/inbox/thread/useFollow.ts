/** Stay at the foot of a thread while reading there; count what arrives while reading further up. */

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

const CLOSE_TO_END = 80;

/** `passing` changes with whatever else makes the foot grow; `there` says that the thread is drawn at all. */
export function useFollow(length: number, passing: number, there: boolean) {
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const seen = useRef(length);
  const [unseen, setUnseen] = useState(0);

  const toEnd = useCallback(() => {
    const place = scroller.current;
    if (place) place.scrollTop = place.scrollHeight;
  }, []);

  const onScroll = useCallback(() => {
    const place = scroller.current;
    if (!place) return;
    atEnd.current = place.scrollHeight - place.scrollTop - place.clientHeight < CLOSE_TO_END;
    if (atEnd.current) setUnseen(0);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what passes changes the height as a message does
  useLayoutEffect(() => {
    const added = length - seen.current;
    seen.current = length;
    if (atEnd.current) toEnd();
    else if (added > 0) setUnseen((before) => before + added);
  }, [length, passing, toEnd]);

  useEffect(() => {
    const place = scroller.current;
    if (!place || !there) return;
    const watcher = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    watcher.observe(place);
    if (place.firstElementChild) watcher.observe(place.firstElementChild);
    return () => watcher.disconnect();
  }, [toEnd, there]);

  return { scroller, unseen, toEnd, onScroll };
}
