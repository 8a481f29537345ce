/** Replays as the server has them, live while one is at work, and what begins and ends them. */

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type Behind,
  cancelReplay,
  fetchReplay,
  fetchReplayed,
  listReplayed,
  listReplays,
  startReplay,
} from "../../api/replays";
import { tellFailure } from "../../ui/notices";
import { RULES_KEY } from "../useRules";
import { isUnderWay } from "./words";

const REPLAYS = [...RULES_KEY, "replays"] as const;
const LOOK_EVERY = 1_000;

export function useReplays() {
  return useQuery({
    queryKey: REPLAYS,
    queryFn: ({ signal }) => listReplays(signal),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.data.some(isUnderWay) ? LOOK_EVERY * 2 : false),
  });
}

export function useReplay(id: string) {
  return useQuery({
    queryKey: [...REPLAYS, id],
    queryFn: ({ signal }) => fetchReplay(id, signal),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data && !isUnderWay(data) ? false : LOOK_EVERY),
  });
}

export function useReplayed(id: string, behind: Behind) {
  return useInfiniteQuery({
    queryKey: [...REPLAYS, id, "conversations", behind],
    queryFn: ({ pageParam, signal }) => listReplayed({ id, behind, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.has_more ? page.next_cursor : undefined),
  });
}

export function useReplayedWhole(id: string, conversation: string) {
  return useQuery({
    queryKey: [...REPLAYS, id, "conversation", conversation],
    queryFn: ({ signal }) => fetchReplayed({ id, conversation }, signal),
  });
}

function useReadAgain(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: REPLAYS });
}

export function useStartReplay() {
  const readAgain = useReadAgain();
  return useMutation({ mutationFn: startReplay, onSuccess: readAgain });
}

export function useCancelReplay() {
  const readAgain = useReadAgain();
  return useMutation({ mutationFn: cancelReplay, onSettled: readAgain, onError: tellFailure });
}
