/** The account and its sessions as the server has them, and what changes them. */

import { t } from "@lingui/core/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type Account,
  endOtherSessions,
  endSession,
  endTotp,
  fetchAccount,
  listSessions,
  renewRecoveryCodes,
} from "../api/account";
import { useMe } from "../desk/DeskContext";
import { tell, tellFailure } from "../ui/notices";

const ACCOUNT = ["account"] as const;
const SESSIONS = ["sessions"] as const;

export const useAccount = () =>
  useQuery({ queryKey: ACCOUNT, queryFn: ({ signal }) => fetchAccount(signal), staleTime: 0 });

/** The company asks this person for a second factor that they have not set up: all else waits for it. */
export function useFactorMissing(): boolean {
  const { role, workspace } = useMe();
  const asked = workspace.requires_totp && (role === "owner" || role === "admin");
  const { data } = useQuery({
    queryKey: ACCOUNT,
    queryFn: ({ signal }) => fetchAccount(signal),
    enabled: asked,
  });
  return asked && data !== undefined && !data.totp.on;
}

export const useSessions = () =>
  useQuery({
    queryKey: SESSIONS,
    queryFn: ({ signal }) => listSessions(signal),
    select: (all) => all.data,
    staleTime: 0,
  });

export function useStoreAccount(): (account: Account) => void {
  const client = useQueryClient();
  return (account) => client.setQueryData(ACCOUNT, account);
}

/** What changed here shows in the account, the sessions and the team. */
export function useReadAccountAgain(): () => void {
  const client = useQueryClient();
  return () => {
    for (const queryKey of [ACCOUNT, SESSIONS, ["people"]]) void client.invalidateQueries({ queryKey });
  };
}

export const useRenewCodes = () => useMutation({ mutationFn: renewRecoveryCodes });

export function useEndTotp() {
  const readAgain = useReadAccountAgain();
  return useMutation({
    mutationFn: endTotp,
    onSuccess: () => tell(t`The second factor is off`),
    onSettled: readAgain,
  });
}

/** Ends one session, or all others when none is named. */
export function useEndSession() {
  const readAgain = useReadAccountAgain();
  return useMutation({
    mutationFn: (id: string | null) => (id === null ? endOtherSessions() : endSession(id)),
    onSuccess: (_, id) => tell(id === null ? t`All other sessions are signed out` : t`Signed out there`),
    onError: tellFailure,
    onSettled: readAgain,
  });
}
