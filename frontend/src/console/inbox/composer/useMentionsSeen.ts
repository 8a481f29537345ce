/** Who opens a conversation has seen the notes that mention them. */

import { useEffect } from "react";
import { Problem } from "../../api/client";
import { seeMentions } from "../../api/writing";
import type { Note } from "../../desk/wire";

export function useMentionsSeen(id: string, notes: readonly Note[] | undefined, meId: string): void {
  const newest = notes?.findLast((note) => note.mentions?.some((one) => one.id === meId))?.id;
  useEffect(() => {
    if (!newest) return;
    seeMentions(id).catch((reason: unknown) => {
      if (!(reason instanceof Problem)) throw reason; // it stays unseen until the next look
    });
  }, [id, newest]);
}
