/** Where the context is: beside the thread when there is room, else over it or a page of its own. */

import { useMediaQuery } from "@mantine/hooks";
import { useCallback, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { contextPath, type InboxAddress, inboxPath } from "./address";

const ROOM_FOR_THREE = "(min-width: 1100px)";
const KEY = "baton.context";

export interface ContextPane {
  /** A third column. */
  beside: boolean;
  /** Over the thread, or alone on a phone. */
  over: boolean;
  toggle: () => void;
  close: () => void;
}

export function useContextPane({ view, conversationId, context }: InboxAddress): ContextPane {
  const [, go] = useLocation();
  const room = useMediaQuery(ROOM_FOR_THREE, undefined, { getInitialValueInEffect: false });
  const [wanted, setWanted] = useState(() => window.localStorage.getItem(KEY) !== "hidden");
  const close = useCallback(() => {
    if (conversationId) go(inboxPath(view, conversationId), { replace: true });
  }, [go, view, conversationId]);
  const toggle = useCallback(() => {
    if (!conversationId) return;
    if (!room) {
      go(context ? inboxPath(view, conversationId) : contextPath(view, conversationId), { replace: context });
      return;
    }
    setWanted(!wanted);
    window.localStorage.setItem(KEY, wanted ? "hidden" : "shown");
  }, [room, context, conversationId, view, go, wanted]);
  const [beside, over] = [room && wanted, !room && context];
  return useMemo(() => ({ beside, over, toggle, close }), [beside, over, toggle, close]);
}
