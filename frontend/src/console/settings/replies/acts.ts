/** The steps of a macro as one edits them; pure. */

import { t } from "@lingui/core/macro";
import type { Act } from "../../api/writing";

export const KINDS: { value: Act["do"]; label: string }[] = [
  { value: "reply", label: t`Reply` },
  { value: "note", label: t`Add a note` },
  { value: "tag", label: t`Add tags` },
  { value: "priority", label: t`Set the priority` },
  { value: "assign", label: t`Pass on` },
  { value: "snooze", label: t`Snooze` },
  { value: "resolve", label: t`Resolve` },
  { value: "reopen", label: t`Open again` },
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
        act.add?.length && t`adds the ${tags(act.add)}`,
        act.remove?.length && t`takes the ${tags(act.remove)} off`,
      ]
        .filter(Boolean)
        .join(", ");
    case "priority":
      return t`makes it ${act.priority}`;
    case "assign":
      return act.agent_id === "me" ? t`gives it to whoever uses it` : t`passes it on`;
    case "snooze":
      return act.minutes ? t`snoozes it for ${duration(act.minutes)}` : t`snoozes it`;
    case "reply":
      return "replies";
    case "note":
      return t`adds a note`;
    case "resolve":
      return t`resolves it`;
    case "reopen":
      return t`opens it again`;
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
  if (minutes % 1440 === 0) return minutes === 1440 ? "a day" : t`${minutes / 1440} days`;
  if (minutes % 60 === 0) return minutes === 60 ? t`an hour` : t`${minutes / 60} hours`;
  return t`${minutes} minutes`;
}
