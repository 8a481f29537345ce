/** What the list of articles is narrowed to, kept in the address, so that a view of it can be sent on. */

import { useSearchParams } from "wouter";
import type { ArticleFilter } from "../../api/articles";

const NAMES = ["search", "state", "language", "audience", "tag"] as const;

export const NO_FILTER: ArticleFilter = { search: "", state: "", language: "", audience: "", tag: "" };

export const isEmpty = (filter: ArticleFilter): boolean => NAMES.every((name) => filter[name] === "");

const STATES = new Set(["valid", "scheduled", "expired", "removed"]);
const AUDIENCES = new Set(["everyone", "desk"]);

/** What an address says; a word that is none of ours narrows nothing. */
export function readFilter(query: URLSearchParams): ArticleFilter {
  const word = (name: string) => query.get(name) ?? "";
  const known = (name: string, words: ReadonlySet<string>) => (words.has(word(name)) ? word(name) : "");
  return {
    search: word("search"),
    language: word("language"),
    tag: word("tag"),
    state: known("state", STATES) as ArticleFilter["state"],
    audience: known("audience", AUDIENCES) as ArticleFilter["audience"],
  };
}

export const writeFilter = (filter: ArticleFilter): URLSearchParams =>
  new URLSearchParams(NAMES.flatMap((name) => (filter[name] ? [[name, filter[name]]] : [])));

export function useArticleFilter() {
  const [query, setQuery] = useSearchParams();
  const filter = readFilter(query);
  const put = (next: ArticleFilter) => setQuery(writeFilter(next), { replace: true });
  return {
    filter,
    change: (part: Partial<ArticleFilter>) => put({ ...filter, ...part }),
    clear: () => put(NO_FILTER),
  };
}
