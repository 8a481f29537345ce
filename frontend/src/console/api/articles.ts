/** The calls about articles: lists with filters, one with its text, its versions, and what customers would see. */

import { call } from "./client";
import type { Preview } from "./guide";

export type Audience = "everyone" | "desk";
export type ArticleState = "valid" | "scheduled" | "expired" | "removed";

/** What a person writes. */
export interface ArticleFields {
  title: string;
  /** Markdown. */
  body: string;
  /** Ways in which customers ask for it. */
  questions: string[];
  language: string;
  tags: string[];
  audience: Audience;
  valid_from: string | null;
  valid_until: string | null;
}

export interface ArticleRow extends Omit<ArticleFields, "body"> {
  id: string;
  state: ArticleState;
  version: number;
  updated_at: string;
  removed_at: string | null;
  /** Answers of the last thirty days that quoted it. */
  used: number;
  /** So many of those needed no person afterwards. */
  helped: number;
}

export interface Article extends ArticleRow {
  body: string;
}

export interface ArticleFilter {
  search: string;
  state: ArticleState | "";
  language: string;
  audience: Audience | "";
  tag: string;
}

export interface Counted {
  value: string;
  count: number;
}

export interface Facets {
  states: Record<ArticleState, number>;
  languages: Counted[];
  audiences: Counted[];
  tags: Counted[];
}

export interface Page<Row> {
  data: Row[];
  has_more: boolean;
  next_cursor: string | null;
}

export type Cause = "written" | "import" | "gap" | "correction" | "removed" | "restored";

export interface Version {
  number: number;
  title: string;
  cause: Cause;
  /** Empty for what Baton itself did. */
  author: string;
  author_id: string;
  created_at: string;
}

export interface WholeVersion extends Version {
  fields: ArticleFields;
}

const at = (id: string): string => `articles/${encodeURIComponent(id)}`;

export function listArticles(
  filter: ArticleFilter,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<ArticleRow>> {
  const given = Object.entries({ ...filter, cursor: cursor ?? "" }).filter(([, value]) => value !== "");
  return call(`articles?${new URLSearchParams(given)}`, { signal });
}

export const fetchFacets = (signal: AbortSignal): Promise<Facets> => call("articles/facets", { signal });

export const fetchArticle = (id: string, signal: AbortSignal): Promise<Article> => call(at(id), { signal });

export const createArticle = (fields: ArticleFields): Promise<Article> =>
  call("articles", { method: "POST", body: fields });

/** With the version that the writer had before them, the server refuses to write over somebody else's change. */
export const changeArticle = (
  id: string,
  change: Partial<ArticleFields> & { version?: number },
): Promise<Article> => call(at(id), { method: "PATCH", body: change });

export const removeArticle = (id: string): Promise<null> => call(at(id), { method: "DELETE" });

/** Brings a removed article back; with a version, as it stood then. */
export const restoreArticle = (id: string, version?: number): Promise<Article> =>
  call(`${at(id)}/restore`, { method: "POST", body: version === undefined ? {} : { version } });

export const listVersions = (
  id: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<Version>> => call(`${at(id)}/versions${cursor ? `?cursor=${cursor}` : ""}`, { signal });

export const fetchVersion = (id: string, number: number, signal: AbortSignal): Promise<WholeVersion> =>
  call(`${at(id)}/versions/${number}`, { signal });

export const previewBody = (body: string, signal: AbortSignal): Promise<{ html: string }> =>
  call("articles/preview", { method: "POST", body: { body }, signal });

export interface Trying {
  /** Empty for an article that is not there yet. */
  article_id: string;
  draft: ArticleFields;
}

/** What the assistant would do with this question; with a draft as if the article stood so. */
export const tryQuestion = (question: string, trying: Trying | null): Promise<Preview> =>
  call("assistant/preview", { method: "POST", body: { question, ...trying } });
