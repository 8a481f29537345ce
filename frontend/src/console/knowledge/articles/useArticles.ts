/** The articles as the server has them, and what changes them. */

import { t } from "@lingui/core/macro";
import {
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import {
  type Article,
  type ArticleFilter,
  type ArticleRow,
  fetchArticle,
  fetchFacets,
  listArticles,
  removeArticle,
  restoreArticle,
} from "../../api/articles";
import { offerUndo, tell, tellFailure } from "../../ui/notices";

/** All that is known of articles hangs below this key; an import that ends invalidates it as a whole. */
const ARTICLES = ["articles"] as const;
const FACETS = [...ARTICLES, "facets"] as const;
const listKey = (filter: ArticleFilter) => [...ARTICLES, "list", filter] as const;
export const articleKey = (id: string) => [...ARTICLES, "one", id] as const;
export const versionsKey = (id: string) => [...ARTICLES, "versions", id] as const;

export const useFacets = () => useQuery({ queryKey: FACETS, queryFn: ({ signal }) => fetchFacets(signal) });

export function useArticleList(filter: ArticleFilter) {
  return useInfiniteQuery({
    queryKey: listKey(filter),
    queryFn: ({ pageParam, signal }) => listArticles(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.has_more ? page.next_cursor : undefined),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

export const useArticle = (id: string) =>
  useQuery({ queryKey: articleKey(id), queryFn: ({ signal }) => fetchArticle(id, signal) });

/** The article as the server has just told it; lists and versions are read again. */
export function storeArticle(client: QueryClient, article: Article): void {
  client.setQueryData(articleKey(article.id), article);
  void client.invalidateQueries({ queryKey: [...ARTICLES, "list"] });
  void client.invalidateQueries({ queryKey: FACETS });
  void client.invalidateQueries({ queryKey: versionsKey(article.id) });
}

type Named = Pick<ArticleRow, "id" | "title">;

/** Brings a removed article back. */
export function useBringBack() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Named) => restoreArticle(id),
    onSuccess: (article) => {
      storeArticle(client, article);
      const { title } = article;
      tell(t`“${title}” is back.`);
    },
    onError: tellFailure,
  });
}

/** Removes an article; the notice brings it back. */
export function useRemove() {
  const client = useQueryClient();
  const bringBack = useBringBack();
  return useMutation({
    mutationFn: ({ id }: Named) => removeArticle(id),
    onSuccess: (_nothing, article) => {
      const { title } = article;
      client.removeQueries({ queryKey: articleKey(article.id) });
      void client.invalidateQueries({ queryKey: [...ARTICLES, "list"] });
      void client.invalidateQueries({ queryKey: FACETS });
      offerUndo({
        id: `removed-${article.id}`,
        says: t`“${title}” was removed.`,
        undo: () => bringBack.mutate(article),
      });
    },
    onError: tellFailure,
  });
}
