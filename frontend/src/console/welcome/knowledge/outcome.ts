/** What an import did, in words; pure. */

import type { KnowledgeImport } from "../../api/guide";

type Counted = Pick<KnowledgeImport, "created" | "updated" | "unchanged" | "state" | "total" | "done">;

const articles = (count: number): string => (count === 1 ? "1 article" : `${count} articles`);

function parts({ created, updated, unchanged }: Counted): string[] {
  const told: string[] = [];
  if (created) told.push(`${articles(created)} new`);
  if (updated) told.push(`${created ? updated : articles(updated)} updated`);
  if (unchanged) told.push(`${created || updated ? unchanged : articles(unchanged)} as before`);
  return told;
}

export function outcome(one: Counted): string {
  if (one.state === "waiting") return "Waiting for its turn";
  if (one.state === "running") return one.total ? `${one.done} of ${one.total} read` : "Reading";
  const told = parts(one);
  if (told.length > 0) return told.join(", ");
  return one.state === "failed" ? "Nothing was imported" : "No articles found in it";
}
