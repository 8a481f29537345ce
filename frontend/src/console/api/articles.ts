/** The calls about articles: lists with filters, one with its text, its versions, and what customers would see. */

import type {
  ArticleFacets,
  ArticleFields,
  ArticlePreview,
  ArticleRow,
  ArticleRowPage,
  ArticleVersionRow,
  ArticleVersionRowPage,
  AssistantPreview,
  FacetCount,
  WholeArticle,
  WholeArticleVersion,
} from "../../shared/api";
import { api } from "./typed";

export type { ArticleFields, ArticleRow };
export type Article = WholeArticle;
export type Audience = ArticleRow["audience"];
export type ArticleState = ArticleRow["state"];
export type Cause = ArticleVersionRow["cause"];
export type Counted = FacetCount;
export type Facets = ArticleFacets;
export type Version = ArticleVersionRow;

export interface ArticleFilter {
  search: string;
  state: ArticleState | "";
  language: string;
  audience: Audience | "";
  tag: string;
}

export const listArticles = (
  { search, state, language, audience, tag }: ArticleFilter,
  cursor: string | null,
  signal: AbortSignal,
): Promise<ArticleRowPage> =>
  api.get("/articles", {
    query: {
      ...(search && { search }),
      ...(state && { state }),
      ...(language && { language }),
      ...(audience && { audience }),
      ...(tag && { tag }),
      ...(cursor && { cursor }),
    },
    signal,
  });

export const fetchFacets = (signal: AbortSignal): Promise<Facets> => api.get("/articles/facets", { signal });

export const fetchArticle = (article_id: string, signal: AbortSignal): Promise<Article> =>
  api.get("/articles/{article_id}", { path: { article_id }, signal });

export const createArticle = (body: ArticleFields): Promise<Article> => api.post("/articles", { body });

/** With the version that the writer had before them, the server refuses to write over somebody else's change. */
export const changeArticle = (
  article_id: string,
  body: Partial<ArticleFields> & { version?: number },
): Promise<Article> => api.patch("/articles/{article_id}", { path: { article_id }, body });

export const removeArticle = (article_id: string): Promise<null> =>
  api.delete("/articles/{article_id}", { path: { article_id } });

/** Brings a removed article back; with a version, as it stood then. */
export const restoreArticle = (article_id: string, version?: number): Promise<Article> =>
  api.post("/articles/{article_id}/restore", {
    path: { article_id },
    body: version === undefined ? {} : { version },
  });

export const listVersions = (
  article_id: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<ArticleVersionRowPage> =>
  api.get("/articles/{article_id}/versions", {
    path: { article_id },
    query: { ...(cursor && { cursor }) },
    signal,
  });

export const fetchVersion = (
  article_id: string,
  number: number,
  signal: AbortSignal,
): Promise<WholeArticleVersion> =>
  api.get("/articles/{article_id}/versions/{number}", {
    path: { article_id, number: String(number) },
    signal,
  });

export const previewBody = (body: string, signal: AbortSignal): Promise<ArticlePreview> =>
  api.post("/articles/preview", { body: { body }, signal });

export interface Trying {
  /** Empty for an article that is not there yet. */
  article_id: string;
  draft: ArticleFields;
}

/** What the assistant would do with this question; with a draft as if the article stood so. */
export const tryQuestion = (question: string, trying: Trying | null): Promise<AssistantPreview> =>
  api.post("/assistant/preview", { body: { question, ...trying } });
