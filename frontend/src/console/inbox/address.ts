/** Addresses of the inbox: every view, narrowed by any filter, and every conversation in it has one. */

import { t } from "@lingui/core/macro";
import { type Filter, isFilter, isNarrow } from "./list/filter";

export const VIEWS = [
  "waiting",
  "mine",
  "unassigned",
  "team",
  "mentions",
  "tasks",
  "sla",
  "snoozed",
  "held",
  "assistant",
  "all",
  "resolved",
] as const;
export type View = (typeof VIEWS)[number];
/** A view, or a view and a filter: `all~…`. */
export type InboxView = View | `${View}~${string}`;

export const VIEW_NAMES: Record<View, string> = {
  waiting: t`Waiting`,
  mine: t`Mine`,
  unassigned: t`Unassigned`,
  team: t`My teams`,
  mentions: t`Mentions`,
  tasks: t`Tasks`,
  sla: t`Due next`,
  snoozed: t`Snoozed`,
  held: t`To check`,
  assistant: t({ message: "With the assistant", context: "a view" }),
  all: t`All`,
  resolved: t`Resolved`,
};

export interface InboxAddress {
  view: InboxView;
  conversationId: string | null;
  /** On a narrow screen the context of a conversation is a page of its own. */
  context: boolean;
}

export function isView(word: string | undefined): word is InboxView {
  return VIEWS.includes(word?.split("~", 1)[0] as View);
}

/** The view without its filter. */
export function baseOf(view: InboxView): View {
  return view.split("~", 1)[0] as View;
}

/** The filter of a view; one that cannot be read narrows nothing. */
export function filterOf(view: InboxView): Filter {
  const packed = view.slice(baseOf(view).length + 1);
  if (!packed) return {};
  try {
    const bytes = Uint8Array.from(atob(packed.replaceAll("-", "+").replaceAll("_", "/")), (sign) =>
      sign.charCodeAt(0),
    );
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isFilter(read) ? read : {};
  } catch {
    return {};
  }
}

export function narrowed(view: InboxView, filter: Filter): InboxView {
  if (!isNarrow(filter)) return baseOf(view);
  const text = String.fromCharCode(...new TextEncoder().encode(JSON.stringify(filter)));
  return `${baseOf(view)}~${btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

export const viewName = (view: InboxView): string => VIEW_NAMES[baseOf(view)];

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
