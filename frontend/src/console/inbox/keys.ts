/** The keyboard of the inbox: one table for the keys and for the sheet that explains them. */

import { t } from "@lingui/core/macro";
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
  around: t`Finding your way`,
  deed: t`The open conversation`,
  label: t`Labelling a handover`,
};

export interface Shortcut<Deed extends string = Action> {
  keys: string[];
  action: Deed;
  says: string;
  group: Group;
}

export const SHORTCUTS: Shortcut[] = [
  { keys: ["j"], action: "next", says: t`Next conversation`, group: "around" },
  { keys: ["k"], action: "previous", says: t`Previous conversation`, group: "around" },
  { keys: ["/"], action: "search", says: t`Search conversations`, group: "around" },
  { keys: ["x"], action: "choose", says: t`Choose the conversation, to act on many`, group: "around" },
  { keys: ["f"], action: "find", says: t`Find in this conversation`, group: "around" },
  { keys: ["i"], action: "context", says: t`Show or hide the context`, group: "around" },
  { keys: ["?"], action: "help", says: t`Show this sheet`, group: "around" },
  { keys: ["a"], action: "accept", says: t`Accept, take over, or open again`, group: "deed" },
  { keys: ["o"], action: "decline", says: t`Let an offer to you pass to somebody else`, group: "deed" },
  { keys: ["y"], action: "approve", says: t`Approve the answer that waits for a check`, group: "deed" },
  { keys: ["r"], action: "reply", says: t`Reply to the customer`, group: "deed" },
  { keys: ["n"], action: "note", says: t`Write a private note`, group: "deed" },
  { keys: ["h"], action: "handback", says: t`Hand back to the assistant`, group: "deed" },
  { keys: ["t"], action: "transfer", says: t`Pass to another person or team`, group: "deed" },
  { keys: ["d"], action: "task", says: t`Ask another department`, group: "deed" },
  { keys: ["s"], action: "snooze", says: t`Snooze`, group: "deed" },
  { keys: ["c"], action: "call", says: t`Say what came of a promised call`, group: "deed" },
  { keys: ["p"], action: "priority", says: t`Set the priority`, group: "deed" },
  { keys: ["e"], action: "resolve", says: t`Resolve`, group: "deed" },
  { keys: ["1"], action: "right", says: t`Label the handover: right`, group: "label" },
  { keys: ["2"], action: "late", says: t`Label the handover: too late`, group: "label" },
  { keys: ["3"], action: "needless", says: t`Label the handover: not needed`, group: "label" },
  { keys: ["w"], action: "reason", says: t`Say why it should have been handed over`, group: "label" },
];

/** Keys that act where they are pressed: in the field, in the list, anywhere. The sheet tells of them too. */
export const OTHER_KEYS: { heading: string; keys: { keys: string[]; says: string }[] }[] = [
  {
    heading: t`While writing`,
    keys: [
      { keys: ["Enter"], says: t`Send` },
      { keys: ["Enter"], says: t`In an empty field: send what can still be undone now` },
      { keys: [t`Ctrl`, "Z"], says: t`In an empty field: undo what was just sent` },
      { keys: [t`Ctrl`, "Enter"], says: t`Send, then resolve` },
      { keys: [t`Shift`, "Enter"], says: t`New line` },
      { keys: ["/"], says: t`In an empty reply: canned replies` },
      { keys: ["@"], says: t`In a note: mention a colleague` },
      { keys: [t`Ctrl`, "B"], says: t`Bold, and Ctrl I italic` },
      { keys: ["Tab"], says: t`Use the suggested reply` },
      { keys: ["Esc"], says: t`Leave the field` },
    ],
  },
  {
    heading: t`Everywhere`,
    keys: [{ keys: [t`Ctrl`, "K"], says: t`Go anywhere, find anything, do it` }],
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
