/** Stay at the foot of a thread while reading there; count what arrives while reading further up. */

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

const CLOSE_TO_END = 80;

export function useFollow(length: number, typing: number) {
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: typing changes the height as a message does
  useLayoutEffect(() => {
    const added = length - seen.current;
    seen.current = length;
    if (atEnd.current) toEnd();
    else if (added > 0) setUnseen((before) => before + added);
  }, [length, typing, toEnd]);

  useEffect(() => {
    const place = scroller.current;
    if (!place) return;
    const watcher = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    watcher.observe(place);
    if (place.firstElementChild) watcher.observe(place.firstElementChild);
    return () => watcher.disconnect();
  }, [toEnd]);

  return { scroller, unseen, toEnd, onScroll };
}
