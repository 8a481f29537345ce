/** Migrations in the query cache, live while they are at work. */

import {
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect } from "react";
import {
  applyMigration,
  cancelMigration,
  fetchMigration,
  listItems,
  listMigrations,
  type Migration,
  undoMigration,
  type Which,
} from "../../api/migrations";
import { tellFailure } from "../../ui/notices";
import { isAtWork } from "./words";

const LOOK_EVERY = 1_000;
const KEY = ["migrations"] as const;
const oneKey = (id: string) => [...KEY, "one", id] as const;
const itemsKey = (id: string) => [...KEY, "items", id] as const;

export const useMigrationList = () =>
  useQuery({
    queryKey: [...KEY, "list"],
    queryFn: ({ signal }) => listMigrations(signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.data.some(isAtWork) ? LOOK_EVERY : false),
  });

export function useMigration(id: string) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: oneKey(id),
    queryFn: ({ signal }) => fetchMigration(id, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? LOOK_EVERY : false),
  });
  const state = query.data?.state;
  useEffect(() => {
    if (state) void client.invalidateQueries({ queryKey: itemsKey(id) });
  }, [client, id, state]);
  return query;
}

export const useItems = (id: string, which: Which) =>
  useInfiniteQuery({
    queryKey: [...itemsKey(id), which.kind, which.action],
    queryFn: ({ pageParam, signal }) => listItems(id, which, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.has_more ? page.next_cursor : undefined),
    staleTime: 0,
  });

export function store(client: QueryClient, one: Migration): void {
  client.setQueryData(oneKey(one.id), one);
  void client.invalidateQueries({ queryKey: [...KEY, "list"] });
}

function useStep(step: (id: string) => Promise<Migration>, id: string, quiet = false) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => step(id),
    onSuccess: (one) => store(client, one),
    ...(!quiet && { onError: tellFailure }),
  });
}

export const useApply = (id: string) => useStep(applyMigration, id);
export const useCancel = (id: string) => useStep(cancelMigration, id);
export const useUndo = (id: string) => useStep(undoMigration, id, true);
