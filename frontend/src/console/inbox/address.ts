/** Addresses of the inbox: every view and every conversation has one. */

export const VIEWS = ["waiting", "mine", "assistant", "all", "resolved"] as const;
export type InboxView = (typeof VIEWS)[number];

export const VIEW_NAMES: Record<InboxView, string> = {
  waiting: "Waiting",
  mine: "Mine",
  assistant: "With the assistant",
  all: "All",
  resolved: "Resolved",
};

export interface InboxAddress {
  view: InboxView;
  conversationId: string | null;
}

function isView(word: string | undefined): word is InboxView {
  return VIEWS.includes(word as InboxView);
}

export function inboxPath(view: InboxView, conversationId: string | null = null): string {
  const base = `/console/inbox/${view}`;
  return conversationId ? `${base}/${encodeURIComponent(conversationId)}` : base;
}

/** Read a path below /console/; anything unknown is the waiting view. */
export function readInboxPath(path: string): InboxAddress {
  const [view, id] = path.replace(/^\/console\/inbox\/?/, "").split("/");
  return {
    view: isView(view) ? view : "waiting",
    conversationId: isView(view) && id ? decodeURIComponent(id) : null,
  };
}
