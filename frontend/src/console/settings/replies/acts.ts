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

/** What the step does, as a part of a sentence. */
export function actInWords(act: Act): string {
  switch (act.do) {
    case "tag":
      return [
        act.add?.length && `adds the ${tags(act.add)}`,
        act.remove?.length && `takes the ${tags(act.remove)} off`,
      ]
        .filter(Boolean)
        .join(", ");
    case "priority":
      return `makes it ${act.priority}`;
    case "assign":
      return act.agent_id === "me" ? "gives it to whoever uses it" : "passes it on";
    case "snooze":
      return act.minutes ? `snoozes it for ${duration(act.minutes)}` : "snoozes it";
    case "reply":
      return "replies";
    case "note":
      return "adds a note";
    case "resolve":
      return "resolves it";
    case "reopen":
      return "opens it again";
  }
}

/** The steps one after another, beginning as a sentence does. */
export function sentence(steps: readonly string[]): string {
  const joined = steps.filter(Boolean).join(", ");
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

const tags = (names: readonly string[]): string =>
  `${names.length === 1 ? "tag" : "tags"} ${names.join(", ")}`;

function duration(minutes: number): string {
  if (minutes % 1440 === 0) return minutes === 1440 ? "a day" : `${minutes / 1440} days`;
  if (minutes % 60 === 0) return minutes === 60 ? "an hour" : `${minutes / 60} hours`;
  return `${minutes} minutes`;
}
