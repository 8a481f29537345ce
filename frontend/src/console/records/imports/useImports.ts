/** Imports of records in the query cache, live while they are at work. */

import {
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect } from "react";
import {
  applyImport,
  dismissImport,
  fetchImport,
  type ImportBrief,
  listImports,
  listLines,
  type RecordImport,
  type RowAction,
  readImport,
  undoImport,
  type Way,
} from "../../api/recordImports";
import { tellFailure } from "../../ui/notices";
import { recordsKey } from "../useRecords";

const LOOK_EVERY = 1_000;
export const importsKey = ["record-imports"] as const;
const oneKey = (id: string) => [...importsKey, "one", id] as const;
const linesKey = (id: string) => [...importsKey, "lines", id] as const;

const AT_WORK: readonly ImportBrief["state"][] = ["reading", "applying", "undoing"];
export const isAtWork = ({ state }: Pick<ImportBrief, "state">): boolean => AT_WORK.includes(state);

export const useImportList = () =>
  useQuery({
    queryKey: [...importsKey, "list"],
    queryFn: ({ signal }) => listImports(signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.data.some(isAtWork) ? LOOK_EVERY : false),
  });

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
    void client.invalidateQueries({ queryKey: linesKey(id) });
    if (state === "done" || state === "undone") void client.invalidateQueries({ queryKey: recordsKey });
  }, [client, id, state]);
  return query;
}

export const useLines = (id: string, action: RowAction | "") =>
  useInfiniteQuery({
    queryKey: [...linesKey(id), action],
    queryFn: ({ pageParam, signal }) => listLines(id, { action, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.has_more ? page.next_cursor : undefined),
    staleTime: 0,
  });

export function store(client: QueryClient, one: RecordImport): void {
  client.setQueryData(oneKey(one.id), one);
  void client.invalidateQueries({ queryKey: [...importsKey, "list"] });
}

function useStep<Asked>(step: (asked: Asked) => Promise<RecordImport>, quiet = false) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: (one) => store(client, one),
    ...(!quiet && { onError: tellFailure }),
  });
}

export const useRead = (id: string) => useStep((way: Way) => readImport(id, way), true);
export const useApply = (id: string) => useStep(() => applyImport(id));
export const useDismiss = (id: string) => useStep(() => dismissImport(id));
export const useUndo = (id: string) => useStep(() => undoImport(id));
