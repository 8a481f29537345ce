/** What entries of an import do, in words; pure. */

import { plural, t } from "@lingui/core/macro";
import type { EntryAction, ImportEntry, KnowledgeImport } from "../../api/imports";

const NAMES: Record<EntryAction, string> = {
  create: t({ message: "New", context: "entry of an import" }),
  update: t`Changed`,
  remove: t`No longer there`,
  same: t`As before`,
};

interface Kind {
  value: EntryAction | "";
  label: string;
}

/** The kinds that the import has, with their counts while they are known. */
export function kindsOf({ review }: KnowledgeImport): Kind[] {
  if (!review) return [];
  const found = (Object.keys(NAMES) as EntryAction[]).filter((action) => review[action] > 0);
  const all = found.reduce((sum, action) => sum + review[action], 0);
  return [
    { value: "", label: t`All ${all}` },
    ...found.map((action) => ({ value: action, label: `${NAMES[action]} ${review[action]}` })),
  ];
}

/** What the entry would do, or did. */
export function markOf(entry: ImportEntry): { words: string; kind: string } {
  if (entry.problem) return { words: t`Left out`, kind: "problem" };
  if (!entry.applied) return { words: NAMES[entry.action], kind: entry.action };
  const did = { create: t`Created`, update: t`Changed`, remove: t`Removed`, same: t`As before` };
  return { words: did[entry.action], kind: entry.action };
}

/** "Apply 1 change"; the number is what the server counts as chosen. */
export function storing(chosen: number): string {
  if (chosen === 0) return t`Nothing chosen`;
  return plural(chosen, { one: "Apply # change", other: "Apply # changes" });
}

export const likeInWords = (score: number | null): string =>
  score !== null && score >= 0.9 ? t`Says the same as` : t`Says nearly the same as`;
