/** What the list says about an article's validity and use; pure. */

import { t } from "@lingui/core/macro";
import type { ArticleRow } from "../../api/articles";

const A_DAY = 24 * 60 * 60_000;
const KEPT_DAYS = 30;
const SOON_DAYS = 14;

export interface Mark {
  words: string;
  kind: "quiet" | "soon" | "over";
}

/** Until when it is valid, from when, or how long a removed one can be brought back; null when there is nothing to say. */
export function validityMark(article: ArticleRow, now: number, locale?: string): Mark | null {
  const { state, valid_from, valid_until, removed_at } = article;
  if (state === "removed" && removed_at) return { words: goneIn(removed_at, now), kind: "over" };
  if (state === "scheduled" && valid_from)
    return { words: t`From ${date(valid_from, now, locale)}`, kind: "soon" };
  if (state === "expired" && valid_until)
    return { words: t`Ended ${date(valid_until, now, locale)}`, kind: "over" };
  if (!valid_until) return null;
  const soon = new Date(valid_until).getTime() - now < SOON_DAYS * A_DAY;
  return { words: t`Until ${date(valid_until, now, locale)}`, kind: soon ? "soon" : "quiet" };
}

function date(iso: string, now: number, locale?: string): string {
  const then = new Date(iso);
  const year = then.getFullYear() === new Date(now).getFullYear() ? undefined : "numeric";
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year }).format(then);
}

function goneIn(removedAt: string, now: number): string {
  const days = Math.max(0, Math.ceil((new Date(removedAt).getTime() - now) / A_DAY + KEPT_DAYS));
  return days === 1 ? t`Gone for good in a day` : t`Gone for good in ${days} days`;
}

/** Both figures in one sentence, for the title of the cell. */
export function healthInWords({ used, helped }: Pick<ArticleRow, "used" | "helped">): string {
  if (used === 0) return t`The assistant did not quote it in the last 30 days.`;
  const quoted = `Quoted ${used === 1 ? "once" : t`${used} times`} in the last 30 days`;
  if (helped === 0) return `${quoted}; each time a person was needed afterwards.`;
  return `${quoted}; ${helped === used ? "no" : t`${helped} times no`} person was needed afterwards.`;
}
