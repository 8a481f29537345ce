/** Tells the customer that somebody writes: at most every three seconds, and that it stopped. */

import { useCallback, useEffect, useRef } from "react";
import { useDesk } from "../../desk/DeskContext";

const RENEW_EVERY = 3_000;
const STOPS_AFTER = 4_000;

export function useTypingSignal(conversationId: string) {
  const desk = useDesk();
  const said = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = useCallback(() => {
    clearTimeout(timer.current);
    if (said.current === 0) return;
    said.current = 0;
    desk.sayTyping(conversationId, false);
  }, [desk, conversationId]);
  const typing = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(stop, STOPS_AFTER);
    if (Date.now() - said.current < RENEW_EVERY) return;
    said.current = Date.now();
    desk.sayTyping(conversationId, true);
  }, [desk, conversationId, stop]);
  useEffect(() => stop, [stop]);
  return { typing, stop };
}
