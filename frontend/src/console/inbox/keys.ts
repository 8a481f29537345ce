/** The keyboard of the inbox: one table for the keys and for the sheet that explains them. */

export type Action =
  | "next"
  | "previous"
  | "accept"
  | "approve"
  | "reply"
  | "note"
  | "handback"
  | "transfer"
  | "snooze"
  | "resolve"
  | "search"
  | "right"
  | "late"
  | "needless"
  | "reason"
  | "context"
  | "help";

export interface Shortcut {
  keys: string[];
  action: Action;
  says: string;
}

export const SHORTCUTS: Shortcut[] = [
  { keys: ["j"], action: "next", says: "Next conversation" },
  { keys: ["k"], action: "previous", says: "Previous conversation" },
  { keys: ["/"], action: "search", says: "Search conversations" },
  { keys: ["a"], action: "accept", says: "Accept, take over, or open again" },
  { keys: ["y"], action: "approve", says: "Approve the answer that waits for a check" },
  { keys: ["r"], action: "reply", says: "Reply to the customer" },
  { keys: ["n"], action: "note", says: "Write a private note" },
  { keys: ["h"], action: "handback", says: "Hand back to the assistant" },
  { keys: ["t"], action: "transfer", says: "Pass to another person or team" },
  { keys: ["s"], action: "snooze", says: "Snooze" },
  { keys: ["e"], action: "resolve", says: "Resolve" },
  { keys: ["1"], action: "right", says: "Label the handover: right" },
  { keys: ["2"], action: "late", says: "Label the handover: too late" },
  { keys: ["3"], action: "needless", says: "Label the handover: not needed" },
  { keys: ["w"], action: "reason", says: "Say why it should have been handed over" },
  { keys: ["i"], action: "context", says: "Show or hide the context" },
  { keys: ["?"], action: "help", says: "Show this sheet" },
];

export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
}

/** Keys that may be held down; the rest act once. */
const REPEATABLE: ReadonlySet<Action> = new Set(["next", "previous"]);

/** The action of a key that was pressed outside of any field; keys with a modifier belong to the browser. */
export function actionFor(pressed: Pressed): Action | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const key = pressed.key.toLowerCase();
  const action = SHORTCUTS.find((shortcut) => shortcut.keys.includes(key))?.action ?? null;
  return action && pressed.repeat && !REPEATABLE.has(action) ? null : action;
}

/** True where a key means a letter (a field) or belongs to what is open above the page (a dialog, a menu). */
export function keepsKeys(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest("input, textarea, select, [role=dialog], [role=menu], [role=listbox]") !== null
  );
}

export type Enter = "send" | "line" | "ignore";

/** Enter sends, Shift+Enter makes a line, and while an input method composes a word Enter belongs to it. */
export function enterMeans(pressed: {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  isComposing: boolean;
}): Enter {
  if (pressed.key !== "Enter" || pressed.isComposing) return "ignore";
  return pressed.shiftKey || pressed.altKey ? "line" : "send";
}
