/** What is typed into an article, and saving it: over the version that the writer saw, never over a newer one unasked. */

import { t } from "@lingui/core/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLocation } from "wouter";
import { type Article, type ArticleFields, changeArticle, createArticle } from "../../api/articles";
import { Problem } from "../../api/client";
import { isConflict } from "../../api/problems";
import { Cell, useCell } from "../../desk/cell";
import { useDraft } from "../../ui/drafts";
import { tell } from "../../ui/notices";
import { articlePath } from "../addresses";
import { articleKey, storeArticle } from "../articles/useArticles";
import { markDrafted } from "./drafted";

export const NEW = "new";

/** The version that each draft began from. */
const begunFrom = new Cell<ReadonlyMap<string, Article>>(new Map());

const begin = (article: Article): void =>
  begunFrom.change((known) => new Map(known).set(article.id, article));

export function fieldsOf(article: ArticleFields): ArticleFields {
  const { title, body, questions, language, tags, audience, valid_from, valid_until } = article;
  return { title, body, questions, language, tags, audience, valid_from, valid_until };
}

const NAMES = [
  "title",
  "body",
  "questions",
  "language",
  "tags",
  "audience",
  "valid_from",
  "valid_until",
] as const;

/** Questions without the empty lines that are still being filled. */
export const settled = (fields: Partial<ArticleFields>): Partial<ArticleFields> => ({
  ...fields,
  ...(fields.questions && { questions: fields.questions.map((each) => each.trim()).filter(Boolean) }),
});

export const isChangedElsewhere = (problem: unknown): problem is Problem =>
  isConflict(problem) && problem instanceof Problem && problem.code === "article_changed";

export function useEditor(article: Article) {
  const { id } = article;
  const client = useQueryClient();
  const draft = useDraft<ArticleFields>(`article-${id}`, fieldsOf(article));
  useEffect(() => markDrafted(id, draft.changed), [id, draft.changed]);
  const begun = useCell(begunFrom).get(id);
  const base = draft.changed && begun ? begun : article;
  const save = useMutation({
    mutationFn: () => changeArticle(id, { ...settled(draft.changes), version: base.version }),
    onSuccess: (saved) => {
      draft.reset();
      storeArticle(client, saved);
      tell(t`Saved. The assistant knows it now.`);
    },
    onError: (problem) => {
      if (isChangedElsewhere(problem)) void client.invalidateQueries({ queryKey: articleKey(id) });
    },
  });
  return {
    draft,
    change: (fields: Partial<ArticleFields>) => {
      if (!draft.changed) begin(article);
      draft.change(fields);
    },
    save,
    /** The article as it was when the typing began, where it is another one now. */
    overtaken: base.version === article.version ? null : base,
    /** The reader saw what the other one changed: the next save may go over it. */
    goOn: () => {
      begin(article);
      save.reset();
    },
  };
}

/** Names of the fields that differ between two states. */
export const changedFields = (before: ArticleFields, after: ArticleFields): (keyof ArticleFields)[] =>
  NAMES.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));

export function useNewArticle(language: string) {
  const client = useQueryClient();
  const [, go] = useLocation();
  const draft = useDraft<ArticleFields>(`article-${NEW}`, {
    title: "",
    body: "",
    questions: [],
    language,
    tags: [],
    audience: "everyone",
    valid_from: null,
    valid_until: null,
  });
  useEffect(() => markDrafted(NEW, draft.changed), [draft.changed]);
  const save = useMutation({
    mutationFn: () => createArticle({ ...draft.fields, ...settled(draft.fields) }),
    onSuccess: (made) => {
      draft.reset();
      markDrafted(NEW, false);
      storeArticle(client, made);
      go(articlePath(made.id), { replace: true });
      tell(t`Saved. The assistant knows it now.`);
    },
  });
  return { draft, save };
}
