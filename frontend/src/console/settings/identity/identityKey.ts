/** The name of signed identity in the query cache, and what an answer about it changes there. */

import { useQueryClient } from "@tanstack/react-query";
import type { Identity } from "../../api/identity";

export const identityKey = ["identity"] as const;

export function useKeepIdentity(): (identity: Identity) => void {
  const client = useQueryClient();
  return (identity) => client.setQueryData(identityKey, identity);
}
