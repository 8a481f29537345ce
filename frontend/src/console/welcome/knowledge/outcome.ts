/** What an import did, in words; pure. */

import { plural, t } from "@lingui/core/macro";
import type { KnowledgeImport } from "../../api/imports";

type Counted = Pick<
  KnowledgeImport,
  "created" | "updated" | "unchanged" | "removed" | "review" | "state" | "total" | "done"
>;

/** What came of so many articles: in the first words of a list, and in words that follow on others. */
type Told = [count: number, first: string, next: string];

/** The first part says of what. */
function parts({ created, updated, unchanged, removed }: Counted): string[] {
  const all: Told[] = [
    [created, plural(created, { one: "# new article", other: "# new articles" }), t`${created} new`],
    [
      updated,
      plural(updated, { one: "# article updated", other: "# articles updated" }),
      t`${updated} updated`,
    ],
    [
      removed,
      plural(removed, { one: "# article removed", other: "# articles removed" }),
      t`${removed} removed`,
    ],
    [
      unchanged,
      plural(unchanged, { one: "# article as before", other: "# articles as before" }),
      t`${unchanged} as before`,
    ],
  ];
  return all.filter(([count]) => count > 0).map(([, first, next], place) => (place === 0 ? first : next));
}

export function outcome(one: Counted): string {
  const { done, total } = one;
  switch (one.state) {
    case "waiting":
      return t`Waiting for its turn`;
    case "running":
      return total ? t`${done} of ${total} read` : t`Reading`;
    case "review":
      return wouldDo(one.review);
    case "applying":
      return t`${done} of ${total} stored`;
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
  ].filter((part) => part !== false);
  const changes = told.join(", ");
  return t`To review: ${changes}`;
}

function whatCame(one: Counted): string {
  const told = parts(one);
  if (told.length > 0) return told.join(", ");
  return one.state === "failed" ? t`Nothing was imported` : t`No articles found in it`;
}
