/** The queue as it is now, and what became of what was told. */

import { t } from "@lingui/core/macro";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type AskedWaits, assign, fetchQueue, fetchReport, listCalls, listWaits } from "../api/queue";
import type { ConversationRow } from "../desk/wire";
import { tell, tellFailure } from "../ui/notices";

const QUEUE = ["queue"] as const;
const LOOK_EVERY = 5_000;

export const useQueue = () =>
  useQuery({
    queryKey: [...QUEUE, "now"],
    queryFn: ({ signal }) => fetchQueue(signal),
    refetchInterval: LOOK_EVERY,
    staleTime: 0,
  });

export const useReport = (days: number) =>
  useQuery({
    queryKey: [...QUEUE, "report", days],
    queryFn: ({ signal }) => fetchReport(days, signal),
    placeholderData: (before) => before,
    staleTime: 0,
  });

export const useWaits = (asked: AskedWaits) =>
  useInfiniteQuery({
    queryKey: [...QUEUE, "waits", asked],
    queryFn: ({ pageParam, signal }) => listWaits(asked, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  });

export const useCalls = () =>
  useQuery({
    queryKey: [...QUEUE, "calls"],
    queryFn: ({ signal }) => listCalls({}, signal),
    refetchInterval: 4 * LOOK_EVERY,
    staleTime: 0,
  });

export function useAssign() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ row, to }: { row: ConversationRow; to: { id: string; name: string } }) =>
      assign(row.id, to.id, row.control.epoch),
    onSuccess: (row, { to }) =>
      tell(t`${{ who: to.name }} has the conversation of ${{ customer: row.customer.name }} now.`),
    onError: tellFailure,
    onSettled: () => void client.invalidateQueries({ queryKey: QUEUE }),
  });
}
