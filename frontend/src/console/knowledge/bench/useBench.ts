/** The bench as the server has it: its cases, its runs, live while one is at work, and what changes them. */

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import {
  addCase,
  type BenchChange,
  beginRun,
  type CaseFields,
  changeCase,
  fetchRun,
  listCases,
  listRuns,
  removeCase,
} from "../../api/learning";
import { tellFailure } from "../../ui/notices";
import { isAtWork } from "./words";

const BENCH = ["bench"] as const;
const CASES = [...BENCH, "cases"] as const;
const RUNS = [...BENCH, "runs"] as const;
const runKey = (id: string) => [...BENCH, "run", id] as const;
const LOOK_EVERY = 800;
const LOOK_FOR_EXPECTED_EVERY = 3_000;

export function useCases() {
  return useInfiniteQuery({
    queryKey: CASES,
    queryFn: ({ pageParam, signal }) => listCases(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.has_more ? page.next_cursor : undefined),
    staleTime: 0,
  });
}

/** The last runs; when one ends, the cases say what came of it. */
export function useRuns() {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: RUNS,
    queryFn: ({ signal }) => listRuns(signal),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => {
      if (data?.data.some(isAtWork)) return LOOK_EVERY;
      return data?.expected ? LOOK_FOR_EXPECTED_EVERY : false;
    },
  });
  const ended = query.data?.data.find((run) => !isAtWork(run))?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: to be done again when another run ended last
  useEffect(() => void client.invalidateQueries({ queryKey: CASES }), [ended]);
  return query;
}

/** One run with its results, live until it ends. */
export function useRun(id: string | null) {
  return useQuery({
    queryKey: runKey(id ?? ""),
    queryFn: ({ signal }) => fetchRun(id ?? "", signal),
    enabled: id !== null,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data && !isAtWork(data) ? false : LOOK_EVERY),
  });
}

function useReadAgain(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: BENCH });
}

export function useBeginRun() {
  const readAgain = useReadAgain();
  return useMutation({ mutationFn: (change?: BenchChange) => beginRun(change), onSuccess: readAgain });
}

/** Adds a question, or changes the one with this id. */
export function useKeepCase(id: string | null) {
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: (fields: CaseFields) => (id ? changeCase(id, fields) : addCase(fields)),
    onSuccess: readAgain,
  });
}

export function useRemoveCase() {
  const readAgain = useReadAgain();
  return useMutation({ mutationFn: removeCase, onSuccess: readAgain, onError: tellFailure });
}
