/** The keyboard of the inbox: one table for the keys and for the sheet that explains them. */

export type Action =
  | "next"
  | "previous"
  | "accept"
  | "decline"
  | "approve"
  | "reply"
  | "note"
  | "handback"
  | "transfer"
  | "task"
  | "snooze"
  | "resolve"
  | "search"
  | "choose"
  | "priority"
  | "call"
  | "right"
  | "late"
  | "needless"
  | "reason"
  | "context"
  | "find"
  | "help";

/** Under which heading of the sheet a key stands, and in which part of the palette. */
export type Group = "around" | "deed" | "label";

export const GROUP_NAMES: Record<Group, string> = {
  around: "Finding your way",
  deed: "The open conversation",
  label: "Labelling a handover",
};

export interface Shortcut<Deed extends string = Action> {
  keys: string[];
  action: Deed;
  says: string;
  group: Group;
}

export const SHORTCUTS: Shortcut[] = [
  { keys: ["j"], action: "next", says: "Next conversation", group: "around" },
  { keys: ["k"], action: "previous", says: "Previous conversation", group: "around" },
  { keys: ["/"], action: "search", says: "Search conversations", group: "around" },
  { keys: ["x"], action: "choose", says: "Choose the conversation, to act on many", group: "around" },
  { keys: ["f"], action: "find", says: "Find in this conversation", group: "around" },
  { keys: ["i"], action: "context", says: "Show or hide the context", group: "around" },
  { keys: ["?"], action: "help", says: "Show this sheet", group: "around" },
  { keys: ["a"], action: "accept", says: "Accept, take over, or open again", group: "deed" },
  { keys: ["o"], action: "decline", says: "Let an offer to you pass to somebody else", group: "deed" },
  { keys: ["y"], action: "approve", says: "Approve the answer that waits for a check", group: "deed" },
  { keys: ["r"], action: "reply", says: "Reply to the customer", group: "deed" },
  { keys: ["n"], action: "note", says: "Write a private note", group: "deed" },
  { keys: ["h"], action: "handback", says: "Hand back to the assistant", group: "deed" },
  { keys: ["t"], action: "transfer", says: "Pass to another person or team", group: "deed" },
  { keys: ["d"], action: "task", says: "Ask another department", group: "deed" },
  { keys: ["s"], action: "snooze", says: "Snooze", group: "deed" },
  { keys: ["c"], action: "call", says: "Say what came of a promised call", group: "deed" },
  { keys: ["p"], action: "priority", says: "Set the priority", group: "deed" },
  { keys: ["e"], action: "resolve", says: "Resolve", group: "deed" },
  { keys: ["1"], action: "right", says: "Label the handover: right", group: "label" },
  { keys: ["2"], action: "late", says: "Label the handover: too late", group: "label" },
  { keys: ["3"], action: "needless", says: "Label the handover: not needed", group: "label" },
  { keys: ["w"], action: "reason", says: "Say why it should have been handed over", group: "label" },
];

/** Keys that act where they are pressed: in the field, in the list, anywhere. The sheet tells of them too. */
export const OTHER_KEYS: { heading: string; keys: { keys: string[]; says: string }[] }[] = [
  {
    heading: "While writing",
    keys: [
      { keys: ["Enter"], says: "Send" },
      { keys: ["Enter"], says: "In an empty field: send what can still be undone now" },
      { keys: ["Ctrl", "Z"], says: "In an empty field: undo what was just sent" },
      { keys: ["Ctrl", "Enter"], says: "Send, then resolve" },
      { keys: ["Shift", "Enter"], says: "New line" },
      { keys: ["/"], says: "In an empty reply: canned replies" },
      { keys: ["@"], says: "In a note: mention a colleague" },
      { keys: ["Ctrl", "B"], says: "Bold, and Ctrl I italic" },
      { keys: ["Tab"], says: "Use the suggested reply" },
      { keys: ["Esc"], says: "Leave the field" },
    ],
  },
  {
    heading: "Everywhere",
    keys: [{ keys: ["Ctrl", "K"], says: "Go anywhere, find anything, do it" }],
  },
];

export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
}

/** Keys that may be held down; the rest act once. */
const REPEATABLE: ReadonlySet<string> = new Set(["next", "previous"]);

/** What a key means by a table, pressed outside of any field; keys with a modifier belong to the browser. */
export function meaningOf<Deed extends string>(
  pressed: Pressed,
  shortcuts: readonly Shortcut<Deed>[],
): Deed | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const key = pressed.key === "Escape" ? "Esc" : pressed.key.toLowerCase();
  const action = shortcuts.find((shortcut) => shortcut.keys.includes(key))?.action ?? null;
  return action && pressed.repeat && !REPEATABLE.has(action) ? null : action;
}

/** The action of a key of the inbox. */
export const actionFor = (pressed: Pressed): Action | null => meaningOf(pressed, SHORTCUTS);

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
