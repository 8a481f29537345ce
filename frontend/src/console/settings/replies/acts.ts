/** The steps of a macro as one edits them; pure. */

import type { Act } from "../../api/writing";

export const KINDS: { value: Act["do"]; label: string }[] = [
  { value: "reply", label: "Reply" },
  { value: "note", label: "Add a note" },
  { value: "tag", label: "Add tags" },
  { value: "priority", label: "Set the priority" },
  { value: "assign", label: "Pass on" },
  { value: "snooze", label: "Snooze" },
  { value: "resolve", label: "Resolve" },
  { value: "reopen", label: "Open again" },
];

/** A step of this kind, with nothing chosen yet or the usual. */
export function newAct(kind: Act["do"]): Act {
  switch (kind) {
    case "reply":
    case "note":
      return { do: kind, text: "" };
    case "tag":
      return { do: "tag", add: [] };
    case "priority":
      return { do: "priority", priority: "high" };
    case "assign":
      return { do: "assign", agent_id: "me" };
    case "snooze":
      return { do: "snooze", minutes: 24 * 60 };
    case "resolve":
    case "reopen":
      return { do: kind };
  }
}

export function actInWords(act: Act): string {
  const name = KINDS.find(({ value }) => value === act.do)?.label ?? act.do;
  switch (act.do) {
    case "tag":
      return [
        act.add?.length && `adds ${act.add.join(", ")}`,
        act.remove?.length && `removes ${act.remove.join(", ")}`,
      ]
        .filter(Boolean)
        .join(", ");
    case "priority":
      return `priority ${act.priority}`;
    default:
      return name.toLowerCase();
  }
}
