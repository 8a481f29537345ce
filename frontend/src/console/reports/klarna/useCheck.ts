/** What the server says of the Klarna check, and the rule that it drafts. */

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { draftRule, fetchCheck } from "../../api/klarna";

export const useCheck = (days: number) =>
  useQuery({
    queryKey: ["reports", "klarna", days],
    queryFn: ({ signal }) => fetchCheck(days, signal),
    placeholderData: keepPreviousData,
  });

export function useDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: draftRule,
    onSuccess: () => client.invalidateQueries({ queryKey: ["rules"] }),
  });
}
