/** The tokens as the server has them, and what changes them. */

import { t } from "@lingui/core/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { createToken, listTokens, revokeToken, type Token } from "../api/tokens";
import { tell } from "../ui/notices";

const TOKENS = ["tokens"] as const;

export const useTokens = () => useQuery({ queryKey: TOKENS, queryFn: ({ signal }) => listTokens(signal) });

function useReadTokensAgain(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: TOKENS });
}

export function useCreateToken() {
  const readAgain = useReadTokensAgain();
  return useMutation({ mutationFn: createToken, onSettled: readAgain });
}

export function useRevokeToken() {
  const readAgain = useReadTokensAgain();
  return useMutation({
    mutationFn: (token: Token) => revokeToken(token.id),
    onSuccess: (_, { name }) => tell(t`${name} no longer opens the API`),
    onSettled: readAgain,
  });
}
