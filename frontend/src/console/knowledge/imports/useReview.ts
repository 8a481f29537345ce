/** One import with what it would do, and what a person decides about it. */

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import {
  applyImport,
  changeEntry,
  chooseEntries,
  dismissImport,
  type EntryAction,
  fetchEntry,
  fetchImport,
  type KnowledgeImport,
  listEntries,
} from "../../api/imports";
import { tellFailure } from "../../ui/notices";
import { IMPORTS, isAtWork, LOOK_EVERY } from "../../welcome/knowledge/useImports";

const oneKey = (id: string) => [...IMPORTS, "one", id] as const;
const entriesKey = (id: string) => [...IMPORTS, "entries", id] as const;

/** Live while it is read or stored. */
export function useImport(id: string) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: oneKey(id),
    queryFn: ({ signal }) => fetchImport(id, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? LOOK_EVERY : false),
  });
  const state = query.data?.state;
  useEffect(() => {
    if (!state) return;
    void client.invalidateQueries({ queryKey: entriesKey(id) });
    if (state === "done") void client.invalidateQueries({ queryKey: ["articles"] });
  }, [client, id, state]);
  return query;
}

export function useEntries(id: string, action: EntryAction | "") {
  return useInfiniteQuery({
    queryKey: [...entriesKey(id), "list", action],
    queryFn: ({ pageParam, signal }) => listEntries(id, { action, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.has_more ? page.next_cursor : undefined),
    staleTime: 0,
  });
}

export const useEntry = (id: string, entry: string, wanted: boolean) =>
  useQuery({
    queryKey: [...entriesKey(id), "one", entry],
    queryFn: ({ signal }) => fetchEntry(id, entry, signal),
    enabled: wanted,
  });

/** Whatever is decided, the import and its entries are read again. */
function useDeciding<Asked>(decide: (asked: Asked) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: decide,
    onError: tellFailure,
    onSettled: () => client.invalidateQueries({ queryKey: IMPORTS }),
  });
}

export const useChangeEntry = (id: string) =>
  useDeciding(({ entry, ...change }: { entry: string; chosen?: boolean; into?: string | null }) =>
    changeEntry(id, entry, change),
  );

export const useChooseAll = (id: string) =>
  useDeciding(({ actions, chosen }: { actions: readonly EntryAction[]; chosen: boolean }) =>
    chooseEntries(id, actions, chosen),
  );

export const useApply = (id: string) =>
  useDeciding<undefined>((): Promise<KnowledgeImport> => applyImport(id));

export const useDismiss = (id: string) =>
  useDeciding<undefined>((): Promise<KnowledgeImport> => dismissImport(id));
