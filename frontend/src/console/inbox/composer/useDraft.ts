/** The draft of one conversation, kept in this browser. */

import { useCallback, useState } from "react";
import { type Draft, loadDraft, type Mode, saveDraft } from "../drafts";

export function useDraft(conversationId: string) {
  const [draft, setDraft] = useState<Draft>(() => loadDraft(window.localStorage, conversationId));
  const change = useCallback(
    (step: (before: Draft) => Draft) => {
      setDraft((before) => {
        const after = step(before);
        saveDraft(window.localStorage, conversationId, after);
        return after;
      });
    },
    [conversationId],
  );
  const setMode = useCallback((mode: Mode) => change((before) => ({ ...before, mode })), [change]);
  const setText = useCallback(
    (text: string) => change((before) => ({ ...before, [before.mode]: text })),
    [change],
  );
  /** Empty the note once it is stored, unless more was written meanwhile. */
  const noteStored = useCallback(
    (stored: string) =>
      change((before) => (before.note.trim() === stored ? { ...before, note: "" } : before)),
    [change],
  );
  return { mode: draft.mode, text: draft[draft.mode], setMode, setText, noteStored };
}
