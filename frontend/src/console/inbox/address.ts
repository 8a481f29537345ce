/** Addresses of the inbox: every view and every conversation has one. */

export const VIEWS = ["waiting", "mine", "held", "assistant", "snoozed", "all", "resolved"] as const;
export type InboxView = (typeof VIEWS)[number];

export const VIEW_NAMES: Record<InboxView, string> = {
  waiting: "Waiting",
  mine: "Mine",
  held: "To check",
  assistant: "With the assistant",
  snoozed: "Snoozed",
  all: "All",
  resolved: "Resolved",
};

export interface InboxAddress {
  view: InboxView;
  conversationId: string | null;
  /** On a narrow screen the context of a conversation is a page of its own. */
  context: boolean;
}

function isView(word: string | undefined): word is InboxView {
  return VIEWS.includes(word as InboxView);
}

export function inboxPath(view: InboxView, conversationId: string | null = null): string {
  const base = `/console/inbox/${view}`;
  return conversationId ? `${base}/${encodeURIComponent(conversationId)}` : base;
}

export function contextPath(view: InboxView, conversationId: string): string {
  return `${inboxPath(view, conversationId)}/context`;
}

/** Read a path below /console/; anything unknown is the waiting view. */
export function readInboxPath(path: string): InboxAddress {
  const [view, id, pane] = path.replace(/^\/console\/inbox\/?/, "").split("/");
  if (!isView(view)) return { view: "waiting", conversationId: null, context: false };
  if (!id) return { view, conversationId: null, context: false };
  return { view, conversationId: decodeURIComponent(id), context: pane === "context" };
}
