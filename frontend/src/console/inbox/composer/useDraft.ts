/** The draft of one conversation: kept in this browser at once, and a second later on the server for other devices. */

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { Problem } from "../../api/client";
import { type DraftHere, fetchReplyDraft, keepReplyDraft, type ServerDraft } from "../../api/writing";
import { type Draft, EMPTY, loadDraft, type Mode, saveDraft } from "../drafts";
import { type Agreed, meets, NEVER } from "./meeting";

const SAVE_AFTER = 1_000;

export const draftKey = (conversationId: string) => ["reply_draft", conversationId] as const;
const agreedKey = (conversationId: string) => `baton.draft.agreed.${conversationId}`;

function agreedOn(id: string): Agreed {
  const stored = window.localStorage.getItem(agreedKey(id));
  return stored === null ? NEVER : { ...NEVER, ...(JSON.parse(stored) as Partial<Agreed>) };
}

function agree(id: string, { revision, reply, note }: Agreed): void {
  try {
    window.localStorage.setItem(agreedKey(id), JSON.stringify({ revision, reply, note }));
  } catch (problem) {
    if (!(problem instanceof DOMException)) throw problem;
  }
}

export function useDraft(conversationId: string, mayWrite = true) {
  const [draft, setDraft] = useState<Draft>(() => loadDraft(window.localStorage, conversationId));
  const [elsewhere, setElsewhere] = useState<ServerDraft | null>(null);
  const client = useQueryClient();
  const dirty = useRef(false);
  const latest = useRef(draft);
  latest.current = draft;

  const put = useCallback(
    (after: Draft) => {
      saveDraft(window.localStorage, conversationId, after);
      setDraft(after);
    },
    [conversationId],
  );
  const change = useCallback(
    (step: (before: Draft) => Draft) => {
      dirty.current = true;
      latest.current = step(latest.current);
      put(latest.current);
    },
    [put],
  );

  const { data } = useQuery({
    queryKey: draftKey(conversationId),
    queryFn: ({ signal }) => fetchReplyDraft(conversationId, signal),
    enabled: mayWrite,
    retry: false,
    refetchOnWindowFocus: true,
  });
  useEffect(() => {
    if (!data) return;
    const met = meets(latest.current, data.draft, agreedOn(conversationId));
    if (met === "conflict") {
      setElsewhere(data.draft);
      return;
    }
    setElsewhere(null);
    agree(
      conversationId,
      met === "mine" ? { ...agreedOn(conversationId), revision: data.draft.revision } : data.draft,
    );
    if (met === "theirs") {
      const { mode, reply, note } = data.draft;
      put({ mode, reply, note });
    } else if (met === "mine") dirty.current = true;
  }, [data, conversationId, put]);

  const save = useCallback(
    async (leaving: boolean) => {
      if (!dirty.current || !mayWrite) return;
      dirty.current = false;
      const body = { ...latest.current, revision: agreedOn(conversationId).revision };
      try {
        const kept = await keepReplyDraft(conversationId, body, leaving);
        agree(conversationId, kept);
        client.setQueryData<DraftHere>(
          draftKey(conversationId),
          (known) => known && { ...known, draft: kept },
        );
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        // It stays in this browser meanwhile; the next letter, or the answer to the question, tries it again.
        dirty.current = true;
        if (problem.code === "stale_draft")
          void client.invalidateQueries({ queryKey: draftKey(conversationId) });
      }
    },
    [conversationId, client, mayWrite],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change begins the second anew
  useEffect(() => {
    if (!data || elsewhere) return;
    const timer = setTimeout(() => void save(false), SAVE_AFTER);
    return () => clearTimeout(timer);
  }, [draft, data, elsewhere, save]);
  useEffect(() => {
    const leave = () => void save(true);
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [save]);

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
  /** Words that were not sent come back in front of what was written since, also where nobody looks now. */
  const putBack = useCallback(
    (id: string, text: string) => {
      const withWords = (before: Draft): Draft => ({
        ...before,
        mode: "reply",
        reply: [text, before.reply].filter(Boolean).join("\n\n"),
      });
      if (id === conversationId) change(withWords);
      else saveDraft(window.localStorage, id, withWords(loadDraft(window.localStorage, id)));
    },
    [conversationId, change],
  );
  const useTheirs = useCallback(() => {
    if (!elsewhere) return;
    agree(conversationId, elsewhere);
    dirty.current = false;
    const { mode, reply, note } = elsewhere;
    put({ ...EMPTY, mode, reply, note });
    setElsewhere(null);
  }, [elsewhere, conversationId, put]);
  const keepMine = useCallback(() => {
    if (!elsewhere) return;
    agree(conversationId, elsewhere);
    dirty.current = true;
    setElsewhere(null);
  }, [elsewhere, conversationId]);

  return {
    mode: draft.mode,
    text: draft[draft.mode],
    setMode,
    setText,
    noteStored,
    putBack,
    others: data?.others ?? [],
    conflict: elsewhere && { draft: elsewhere, useTheirs, keepMine },
  };
}
