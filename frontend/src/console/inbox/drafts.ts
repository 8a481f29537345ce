/** What somebody began to write, kept per conversation through a reload. */

export type Mode = "reply" | "note";

export interface Draft {
  mode: Mode;
  reply: string;
  note: string;
}

export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export const EMPTY: Draft = { mode: "reply", reply: "", note: "" };

const keyOf = (conversationId: string) => `baton.draft.${conversationId}`;

function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null) return false;
  const draft = value as Partial<Draft>;
  return (
    (draft.mode === "reply" || draft.mode === "note") &&
    typeof draft.reply === "string" &&
    typeof draft.note === "string"
  );
}

export function loadDraft(shelf: Shelf, conversationId: string): Draft {
  const stored = shelf.getItem(keyOf(conversationId));
  if (stored === null) return EMPTY;
  try {
    const value: unknown = JSON.parse(stored);
    return isDraft(value) ? value : EMPTY;
  } catch (problem) {
    if (problem instanceof SyntaxError) return EMPTY;
    throw problem;
  }
}

/** An empty draft leaves nothing behind; a full disk costs the draft its memory, not the writer the page. */
export function saveDraft(shelf: Shelf, conversationId: string, draft: Draft): void {
  if (draft.reply === "" && draft.note === "") {
    shelf.removeItem(keyOf(conversationId));
    return;
  }
  try {
    shelf.setItem(keyOf(conversationId), JSON.stringify(draft));
  } catch (problem) {
    if (!(problem instanceof DOMException)) throw problem;
  }
}
