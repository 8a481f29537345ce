/** What was decided for a customer and promised to them. */

import { useQuery } from "@tanstack/react-query";
import { fetchCommitments, handingKeys } from "../../api/handing";

export function useCommitments(id: string, enabled = true) {
  return useQuery({
    queryKey: handingKeys.commitments(id),
    queryFn: ({ signal }) => fetchCommitments(id, signal),
    enabled,
  });
}
