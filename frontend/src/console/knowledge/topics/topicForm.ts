/** A topic as its form holds it; pure. */

import { plural, t } from "@lingui/core/macro";
import type { Topic, TopicFields } from "../../api/topics";

/** As many as the server asks for before it looks for a topic. */
export const FEWEST = 3;
export const MOST = 100;
export const LONGEST = 300;

export interface TopicDraft {
  name: string;
  description: string;
  mode: TopicFields["mode"];
  tag: string;
  team: string;
  /** A line each. */
  lines: string;
}

export const draftOf = (topic: Topic | null): TopicDraft => ({
  name: topic?.name ?? "",
  description: topic?.description ?? "",
  mode: topic?.mode ?? "",
  tag: topic?.tag ?? "",
  team: topic?.team ?? "",
  lines: topic?.examples.join("\n") ?? "",
});

/** The examples, each once. */
export function examplesOf(lines: string): string[] {
  const trimmed = lines.split("\n").map((line) => line.trim().replace(/\s+/g, " "));
  const seen = new Map<string, string>();
  for (const line of trimmed) if (line && !seen.has(line.toLowerCase())) seen.set(line.toLowerCase(), line);
  return [...seen.values()];
}

export const fieldsOf = ({ name, description, mode, tag, team, lines }: TopicDraft): TopicFields => ({
  name: name.trim(),
  description: description.trim(),
  mode,
  tag: tag.trim(),
  team: team.trim(),
  examples: examplesOf(lines),
});

/** What stands in the way of saving, in words. */
export function hindrance(draft: TopicDraft): string | null {
  const examples = examplesOf(draft.lines);
  if (examples.length > MOST) return t`Keep at most ${MOST} examples.`;
  const long = examples.find((line) => line.length > LONGEST);
  if (!long) return null;
  const begins = long.slice(0, 30);
  return t`“${begins}…” is longer than ${LONGEST} letters.`;
}

/** How far it is from being looked for. */
export function standing(count: number): string {
  if (count === 0) return t`No examples yet; ${FEWEST} are needed`;
  if (count < FEWEST)
    return plural(FEWEST - count, { one: "# more example needed", other: "# more examples needed" });
  return plural(count, { one: "# example", other: "# examples" });
}

export const withLine = (lines: string, line: string): string =>
  lines.trim() === "" ? line : `${lines.replace(/\n+$/, "")}\n${line}`;
