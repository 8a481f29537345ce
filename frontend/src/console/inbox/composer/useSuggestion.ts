/** The reply that is suggested to the agent who holds a conversation, asked for while they look at it. */

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Thread } from "../../../shared/thread";
import { Problem } from "../../api/client";
import { askSuggestion } from "../../api/drafts";
import { storeDraft } from "../../desk/feed";
import type { Draft } from "../../desk/wire";

/** The seq of the customer's words that nobody has answered yet; null when the last word is the desk's. */
export function unansweredSeq(thread: Thread): number | null {
  const last = thread.events.findLast(
    (event) => event.type === "message.added" && event.data.author.kind !== "system",
  );
  if (last?.type !== "message.added" || thread.pending.length > 0) return null;
  return last.data.author.kind === "customer" ? last.seq : null;
}

/** The suggestion, while it still answers the newest words. */
export function suggestionFor(draft: Draft | null | undefined, thread: Thread): string | null {
  const fits = draft?.kind === "suggested" && draft.asked.seq === unansweredSeq(thread);
  return fits ? draft.text : null;
}

/** Ask for one as soon as somebody who holds the conversation has something to answer. */
export function useSuggestion(id: string, thread: Thread, mine: boolean): void {
  const client = useQueryClient();
  const asked = mine ? unansweredSeq(thread) : null;
  useEffect(() => {
    if (asked === null) return;
    void askSuggestion(id)
      .then(({ draft }) => draft && storeDraft(client, id, draft))
      .catch((reason: unknown) => {
        if (!(reason instanceof Problem)) throw reason; // without a suggestion one writes by oneself
      });
  }, [id, asked, client]);
}
