/** The gaps as the server has them, and what people do about them. */

import { t } from "@lingui/core/macro";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  askToday,
  dismissGap,
  draftFor,
  fetchGap,
  type GapState,
  listGaps,
  lookForGaps,
  reopenGap,
} from "../../api/learning";
import { offerUndo, tell, tellFailure } from "../../ui/notices";
import { useReadAllAgain } from "../proposals/useProposals";

const GAPS = ["gaps"] as const;
const FOUND_WITHIN = 6_000;

export function useGaps(state: GapState) {
  return useInfiniteQuery({
    queryKey: [...GAPS, "list", state],
    queryFn: ({ pageParam, signal }) => listGaps(state, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.has_more ? page.next_cursor : undefined),
    staleTime: 0,
  });
}

export const useGap = (id: string) =>
  useQuery({ queryKey: [...GAPS, "one", id], queryFn: ({ signal }) => fetchGap(id, signal), staleTime: 0 });

export const useToday = (id: string) =>
  useQuery({ queryKey: [...GAPS, "today", id], queryFn: ({ signal }) => askToday(id, signal) });

/** Looks for gaps now; what it finds shows a moment later. */
export function useLook() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: lookForGaps,
    onSuccess: () => {
      tell(t`Looking through the conversations. What is found appears here.`);
      for (const after of [FOUND_WITHIN / 3, FOUND_WITHIN, 3 * FOUND_WITHIN]) {
        setTimeout(() => void client.invalidateQueries({ queryKey: GAPS }), after);
      }
    },
    onError: tellFailure,
  });
}

export function useDraftGap() {
  const readAgain = useReadAllAgain();
  return useMutation({ mutationFn: draftFor, onSuccess: readAgain, onError: tellFailure });
}

export function useReopenGap() {
  const readAgain = useReadAllAgain();
  return useMutation({ mutationFn: reopenGap, onSuccess: readAgain, onError: tellFailure });
}

export function useDismissGap() {
  const readAgain = useReadAllAgain();
  const reopen = useReopenGap();
  return useMutation({
    mutationFn: (id: string) => dismissGap(id, ""),
    onSuccess: (_, id) => {
      readAgain();
      offerUndo({ id: `dismissed-${id}`, says: t`Dismissed.`, undo: () => reopen.mutate(id) });
    },
    onError: tellFailure,
  });
}
