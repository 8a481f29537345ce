/** What the server knows of quality, and of the reviews that wait. */

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type Behind,
  type By,
  fetchMessages,
  fetchQuality,
  type Judged,
  judgeReview,
  listBehind,
  listReviews,
} from "../../api/quality";
import { tellFailure } from "../../ui/notices";

const QUALITY = ["quality"] as const;
const REVIEWS = ["reviews"] as const;

export const useQuality = (days: number, by: By) =>
  useQuery({
    queryKey: [...QUALITY, days, by],
    queryFn: ({ signal }) => fetchQuality(days, by, signal),
    placeholderData: (before) => before,
    staleTime: 0,
  });

export const useBehind = (asked: Behind) =>
  useInfiniteQuery({
    queryKey: [...QUALITY, "behind", asked],
    queryFn: ({ pageParam, signal }) => listBehind(asked, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  });

/** The newest of those that wait; what is judged meanwhile goes from the screen by itself. */
export const useOpenReviews = () =>
  useQuery({
    queryKey: [...REVIEWS, "open"],
    queryFn: ({ signal }) => listReviews("open", null, signal),
    staleTime: 0,
  });

export const useMessages = (id: string | null) =>
  useQuery({
    queryKey: ["messages", id],
    queryFn: ({ signal }) => fetchMessages(id ?? "", signal),
    enabled: id !== null,
  });

export function useJudge() {
  const client = useQueryClient();
  const readAgain = () => {
    void client.invalidateQueries({ queryKey: QUALITY });
    void client.invalidateQueries({ queryKey: REVIEWS });
  };
  return useMutation({
    mutationFn: ({ id, judged }: { id: string; judged: Judged }) => judgeReview(id, judged),
    onSuccess: readAgain,
    onError: (problem) => {
      readAgain();
      tellFailure(problem);
    },
  });
}
