/** Presence as the server knows it: it may have been switched on another device, and a shift begins and ends by the clock. */

import { useEffect } from "react";
import { Problem } from "../../api/client";
import { fetchMe } from "../../api/conversations";
import { useDesk } from "../../desk/DeskContext";

const ASK_EVERY = 2 * 60_000;

export function useFreshPresence(): void {
  const desk = useDesk();
  useEffect(() => {
    const gone = new AbortController();
    const look = () => {
      if (document.visibilityState !== "visible") return;
      const asked = desk.me.get();
      fetchMe(gone.signal)
        .then(({ presence, presence_by_hand, on_shift }) => {
          // What was switched here meanwhile is newer than the answer.
          if (desk.me.get().presence === asked.presence)
            desk.me.change((me) => ({ ...me, presence, presence_by_hand, on_shift }));
        })
        .catch((problem: unknown) => {
          if (!(problem instanceof Problem || gone.signal.aborted)) throw problem; // the next look brings it
        });
    };
    document.addEventListener("visibilitychange", look);
    addEventListener("focus", look);
    const timer = setInterval(look, ASK_EVERY);
    return () => {
      gone.abort();
      document.removeEventListener("visibilitychange", look);
      removeEventListener("focus", look);
      clearInterval(timer);
    };
  }, [desk]);
}
