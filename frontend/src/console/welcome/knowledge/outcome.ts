/** What an import did, in words; pure. */

import type { KnowledgeImport } from "../../api/guide";

type Counted = Pick<KnowledgeImport, "created" | "updated" | "unchanged" | "state" | "total" | "done">;

const article = (count: number): string => (count === 1 ? "article" : "articles");

/** The first part says of what. */
function parts({ created, updated, unchanged }: Counted): string[] {
  const told: string[] = [];
  const say = (count: number, words: string, first: string) => {
    if (count > 0) told.push(told.length === 0 ? `${count} ${first}` : `${count} ${words}`);
  };
  say(created, "new", `new ${article(created)}`);
  say(updated, "updated", `${article(updated)} updated`);
  say(unchanged, "as before", `${article(unchanged)} as before`);
  return told;
}

export function outcome(one: Counted): string {
  if (one.state === "waiting") return "Waiting for its turn";
  if (one.state === "running") return one.total ? `${one.done} of ${one.total} read` : "Reading";
  const told = parts(one);
  if (told.length > 0) return told.join(", ");
  return one.state === "failed" ? "Nothing was imported" : "No articles found in it";
}
