/** Ratings, the figures above them, and replies to them. */

import { t } from "@lingui/core/macro";
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import {
  type Among,
  type AskedRatings,
  fetchRatingFigures,
  listRatings,
  type Rated,
  replyToRating,
} from "../../api/surveys";
import { tell, tellFailure } from "../../ui/notices";

export const RATINGS = ["ratings"] as const;

export const useRatingFigures = (among: Among) =>
  useQuery({
    queryKey: [...RATINGS, "figures", among],
    queryFn: ({ signal }) => fetchRatingFigures(among, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export const useRatings = (asked: Partial<AskedRatings>) =>
  useInfiniteQuery({
    queryKey: [...RATINGS, "list", asked],
    queryFn: ({ pageParam, signal }) => listRatings(asked, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** One id for as long as the same words are tried, so that they are said once. */
export function useReply(rated: Rated, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ text, id }: { text: string; id: string }) => replyToRating(rated.id, text, id),
    onSuccess: () => {
      const { name } = rated.customer;
      tell(t`Sent. You have the conversation of ${name} now.`);
      onDone();
    },
    onError: tellFailure,
    onSettled: () => void client.invalidateQueries({ queryKey: RATINGS }),
  });
}
