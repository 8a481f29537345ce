/** What entries of an import do, in words; pure. */

import type { EntryAction, ImportEntry, KnowledgeImport } from "../../api/imports";

const NAMES: Record<EntryAction, string> = {
  create: "New",
  update: "Changed",
  remove: "No longer there",
  same: "As before",
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
    { value: "", label: `All ${all}` },
    ...found.map((action) => ({ value: action, label: `${NAMES[action]} ${review[action]}` })),
  ];
}

/** What the entry would do, or did. */
export function markOf(entry: ImportEntry): { words: string; kind: string } {
  if (entry.problem) return { words: "Left out", kind: "problem" };
  if (!entry.applied) return { words: NAMES[entry.action], kind: entry.action };
  const did = { create: "Created", update: "Changed", remove: "Removed", same: "As before" };
  return { words: did[entry.action], kind: entry.action };
}

/** "Store 1 article", "Store 12 articles, remove 2"; the number is what the server counts as chosen. */
export function storing(chosen: number): string {
  if (chosen === 0) return "Nothing chosen";
  return chosen === 1 ? "Apply 1 change" : `Apply ${chosen} changes`;
}

export const likeInWords = (score: number | null): string =>
  score !== null && score >= 0.9 ? "Says the same as" : "Says nearly the same as";
