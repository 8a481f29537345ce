/** What nobody has dismissed yet, and the dismissing, which can be taken back. */

import { t } from "@lingui/core/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { dismissOverlap, listOverlaps, type Overlap, reopenOverlap } from "../../api/overlaps";
import { offerUndo, tellFailure } from "../../ui/notices";

const OVERLAPS = ["overlaps"] as const;

export const useOverlaps = () =>
  useQuery({ queryKey: OVERLAPS, queryFn: ({ signal }) => listOverlaps(signal), staleTime: 10_000 });

export function useDismiss() {
  const client = useQueryClient();
  const readAgain = () => client.invalidateQueries({ queryKey: OVERLAPS });
  return useMutation({
    mutationFn: ({ id }: Overlap) => dismissOverlap(id),
    onError: tellFailure,
    onSuccess: (_dismissed, { id }) => {
      const undo = () => void reopenOverlap(id).then(readAgain).catch(tellFailure);
      offerUndo({ id: "overlap", says: t`Dismissed. It comes back when its words change.`, undo });
      return readAgain();
    },
  });
}
