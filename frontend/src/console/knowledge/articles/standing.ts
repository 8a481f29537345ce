/** What the list says about an article's validity and use; pure. */

import { plural, t } from "@lingui/core/macro";
import type { ArticleRow } from "../../api/articles";
import { locale as readersLocale } from "../../shell/locale";

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
  if (state === "scheduled" && valid_from) {
    const begins = date(valid_from, now, locale);
    return { words: t`From ${begins}`, kind: "soon" };
  }
  if (!valid_until) return null;
  const end = date(valid_until, now, locale);
  if (state === "expired") return { words: t`Ended ${end}`, kind: "over" };
  const soon = new Date(valid_until).getTime() - now < SOON_DAYS * A_DAY;
  return { words: t`Until ${end}`, kind: soon ? "soon" : "quiet" };
}

function date(iso: string, now: number, locale = readersLocale()): string {
  const then = new Date(iso);
  const year = then.getFullYear() === new Date(now).getFullYear() ? undefined : "numeric";
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year }).format(then);
}

function goneIn(removedAt: string, now: number): string {
  const days = Math.max(0, Math.ceil((new Date(removedAt).getTime() - now) / A_DAY + KEPT_DAYS));
  return plural(days, { one: "Gone for good in a day", other: "Gone for good in # days" });
}

/** Both figures in one sentence, for the title of the cell. */
export function healthInWords({ used, helped }: Pick<ArticleRow, "used" | "helped">): string {
  if (used === 0) return t`The assistant did not quote it in the last 30 days.`;
  const quoted = plural(used, {
    one: "Quoted once in the last 30 days",
    other: "Quoted # times in the last 30 days",
  });
  if (helped === 0) return t`${quoted}; each time a person was needed afterwards.`;
  if (helped === used) return t`${quoted}; no person was needed afterwards.`;
  const spared = plural(helped, { one: "once", other: "# times" });
  return t`${quoted}; ${spared} no person was needed afterwards.`;
}
