/** What keeps an article from being saved, in words; pure. */

import { t } from "@lingui/core/macro";
import type { ArticleFields } from "../../api/articles";

export function hindranceOf({ title, body, valid_from, valid_until }: ArticleFields): string | null {
  if (title.trim() === "") return t`Give the article a title.`;
  if (body.trim() === "") return t`Write what the assistant may say.`;
  if (valid_from && valid_until && valid_until <= valid_from) return t`It ends before it begins.`;
  return null;
}
