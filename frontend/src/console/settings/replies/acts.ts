/** The steps of a macro as one edits them; pure. */

import { plural, t } from "@lingui/core/macro";
import type { Act } from "../../api/writing";
import { PRIORITIES } from "../../inbox/list/deeds";
import { listed } from "../../shell/locale";

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
      return [act.add?.length && adds(act.add), act.remove?.length && takesOff(act.remove)]
        .filter(Boolean)
        .join(", ");
    case "priority":
      return priority(Object.entries(PRIORITIES).find(([key]) => key === act.priority)?.[1] ?? act.priority);
    case "assign":
      return act.agent_id === "me" ? t`gives it to whoever uses it` : t`passes it on`;
    case "snooze":
      return act.minutes ? snoozes(duration(act.minutes)) : t`snoozes it`;
    case "reply":
      return t({ message: "replies", context: "what a macro does" });
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
  return joined.charAt(0).toLocaleUpperCase() + joined.slice(1);
}

const priority = (name: string): string => t`sets the priority to “${name}”`;

const snoozes = (time: string): string => t`snoozes it for ${time}`;

function adds(tags: readonly string[]): string {
  const names = listed(tags);
  return plural(tags.length, { one: `adds the tag ${names}`, other: `adds the tags ${names}` });
}

function takesOff(tags: readonly string[]): string {
  const names = listed(tags);
  return plural(tags.length, { one: `takes the tag ${names} off`, other: `takes the tags ${names} off` });
}

function duration(minutes: number): string {
  if (minutes % 1440 === 0) return plural(minutes / 1440, { one: "a day", other: "# days" });
  if (minutes % 60 === 0) return plural(minutes / 60, { one: "an hour", other: "# hours" });
  return plural(minutes, { one: "# minute", other: "# minutes" });
}

export const editOf = (name: string): string => t`Edit ${name}`;
export const removed = (name: string): string => t`Removed “${name}”.`;
