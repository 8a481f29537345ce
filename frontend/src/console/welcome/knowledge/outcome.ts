/** What an import did, in words; pure. */

import { t } from "@lingui/core/macro";
import type { KnowledgeImport } from "../../api/imports";

type Counted = Pick<
  KnowledgeImport,
  "created" | "updated" | "unchanged" | "removed" | "review" | "state" | "total" | "done"
>;

const article = (count: number): string => (count === 1 ? "article" : "articles");

/** The first part says of what. */
function parts({ created, updated, unchanged, removed }: Counted): string[] {
  const told: string[] = [];
  const say = (count: number, words: string, first: string) => {
    if (count > 0) told.push(told.length === 0 ? `${count} ${first}` : `${count} ${words}`);
  };
  say(created, "new", t`new ${article(created)}`);
  say(updated, "updated", t`${article(updated)} updated`);
  say(removed, "removed", t`${article(removed)} removed`);
  say(unchanged, t`as before`, t`${article(unchanged)} as before`);
  return told;
}

export function outcome(one: Counted): string {
  switch (one.state) {
    case "waiting":
      return t`Waiting for its turn`;
    case "running":
      return one.total ? t`${one.done} of ${one.total} read` : t`Reading`;
    case "review":
      return wouldDo(one.review);
    case "applying":
      return t`${one.done} of ${one.total} stored`;
    case "dismissed":
      return t`Dismissed, nothing was stored`;
    default:
      return whatCame(one);
  }
}

/** What it would do, while it waits for a review. */
export function wouldDo(review: KnowledgeImport["review"]): string {
  if (!review) return t`Waits for your review`;
  const { create, update, remove } = review;
  const told = [
    create > 0 && t`${create} new`,
    update > 0 && t`${update} changed`,
    remove > 0 && t`${remove} no longer there`,
  ].filter(Boolean);
  return t`To review: ${told.join(", ")}`;
}

function whatCame(one: Counted): string {
  const told = parts(one);
  if (told.length > 0) return told.join(", ");
  return one.state === "failed" ? t`Nothing was imported` : t`No articles found in it`;
}
