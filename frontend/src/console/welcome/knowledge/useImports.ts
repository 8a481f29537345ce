/** The imports, live while one is at work, and the articles that came of them. */

import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { listArticles } from "../../api/guide";
import { type KnowledgeImport, listImports } from "../../api/imports";
import { useReadGuideAgain } from "../useGuide";

/** All that is known of imports hangs below this key. */
export const IMPORTS = ["imports"] as const;
const LIST = [...IMPORTS, "list"] as const;
const ARTICLES = ["articles"] as const;
export const LOOK_EVERY = 1_000;

export const isAtWork = ({ state }: KnowledgeImport): boolean =>
  state === "waiting" || state === "running" || state === "applying";

export function useImports() {
  const query = useQuery({
    queryKey: LIST,
    queryFn: ({ signal }) => listImports(signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.data.some(isAtWork) ? LOOK_EVERY : false),
  });
  useWhenDone(query.data?.data ?? []);
  return query;
}

/** When an import ends, the articles and the guide are others. */
function useWhenDone(imports: readonly KnowledgeImport[]): void {
  const client = useQueryClient();
  const readGuide = useReadGuideAgain();
  const ended = imports.filter((one) => !isAtWork(one)).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: to be done again when the number changes
  useEffect(() => {
    void client.invalidateQueries({ queryKey: ARTICLES });
    readGuide();
  }, [ended]);
}

export const useArticles = () =>
  useQuery({ queryKey: ARTICLES, queryFn: ({ signal }) => listArticles(signal) });

function showFirst(client: QueryClient, made: KnowledgeImport): void {
  client.setQueryData<{ data: KnowledgeImport[] }>(LIST, (all) => ({
    data: [made, ...(all?.data ?? []).filter((one) => one.id !== made.id)],
  }));
  void client.invalidateQueries({ queryKey: IMPORTS });
}

/** Begins an import by `ask`, and shows it at the head of the list. */
export function useBegin<Asked>(ask: (asked: Asked) => Promise<KnowledgeImport>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: ask, onSuccess: (made) => showFirst(client, made) });
}
