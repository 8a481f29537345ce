/** A reply on its way into the customer's language: made, looked at, changed if need be, and only then sent. */

import { useCallback, useState } from "react";
import { explain } from "../../api/problems";
import { translateReply } from "../../api/translations";
import type { Act } from "../../api/writing";

/** So long a translation has been in sight before a key may send it: nobody sends what they did not see. */
export const SEEN_AFTER = 500;

export interface Look {
  state: "making" | "ready" | "failed";
  /** The agent's own words that it translates. */
  of: string;
  text: string;
  /** Facts that are gone or new. */
  lost: readonly string[];
  added: readonly string[];
  problem: string | null;
  /** What is to follow once it is sent. */
  acts: readonly Act[];
  since: number;
}

export function useTranslatedReply(conversationId: string) {
  const [look, setLook] = useState<(Look & { id: string }) | null>(null);
  const mine = look?.id === conversationId ? look : null;

  const make = useCallback(
    (of: string, acts: readonly Act[]) => {
      const begun = {
        id: conversationId,
        of,
        acts,
        text: "",
        lost: [],
        added: [],
        problem: null,
        since: Date.now(),
      };
      setLook({ ...begun, state: "making" });
      const still = (now: Look | null) => now?.since === begun.since && now.of === of;
      translateReply(conversationId, of).then(
        ({ text, lost, added }) =>
          setLook((now) =>
            still(now) ? { ...begun, state: "ready", text, lost, added, since: Date.now() } : now,
          ),
        (reason: unknown) =>
          setLook((now) =>
            still(now) ? { ...begun, state: "failed", problem: explain(reason).message } : now,
          ),
      );
    },
    [conversationId],
  );
  const change = useCallback((text: string) => setLook((now) => now && { ...now, text }), []);
  const drop = useCallback(() => setLook(null), []);
  /** Whether this is the translation of these words, seen, with something in it. */
  const maySend = (words: string, now: number): boolean =>
    mine?.state === "ready" && mine.of === words && mine.text.trim() !== "" && now - mine.since >= SEEN_AFTER;

  /** Whether it is there to be looked at. */
  const isFor = (words: string): boolean => mine?.state === "ready" && mine.of === words;

  return { look: mine, make, change, drop, maySend, isFor };
}
