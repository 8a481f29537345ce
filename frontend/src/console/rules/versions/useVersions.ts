/** The versions of the rules, and what puts an earlier one in force again. */

import { t } from "@lingui/core/macro";
import {
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { compareVersions, fetchVersion, listVersions, restoreVersion } from "../../api/rules";
import { offerUndo, tellFailure } from "../../ui/notices";
import { RULES_KEY, refreshRules } from "../useRules";

const VERSIONS = [...RULES_KEY, "versions"] as const;

export const useVersions = () =>
  useInfiniteQuery({
    queryKey: VERSIONS,
    queryFn: ({ pageParam, signal }) => listVersions(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

export const useVersion = (number: number) =>
  useQuery({
    queryKey: [...VERSIONS, "one", number],
    queryFn: ({ signal }) => fetchVersion(number, signal),
  });

/** What would differ if this one came in the place of the other. */
export const useDiff = (number: number, against: number) =>
  useQuery({
    queryKey: [...VERSIONS, "diff", number, against],
    queryFn: ({ signal }) => compareVersions({ number, against }, signal),
    enabled: number !== against,
  });

/** Tells what is in force now, and takes it back to the version that was before. */
export function offerFormer(client: QueryClient, { says, former }: { says: string; former: number }): void {
  const undo = () =>
    void restoreVersion(former, t`Taken back to version ${former}.`).then(
      () => refreshRules(client),
      tellFailure,
    );
  offerUndo({ id: "rules-in-force", says, undo });
}

export function useRestore() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ number, note }: { number: number; note: string; inForce: number }) =>
      restoreVersion(number, note),
    onSuccess: async (made, { number, inForce }) => {
      await refreshRules(client);
      const { number: now } = made;
      const says = t`Version ${number} is in force again, as version ${now}.`;
      offerFormer(client, { says, former: inForce });
    },
  });
}
