/** The rules in force and what may be said in one, as the server has them. */

import { type QueryClient, useQuery } from "@tanstack/react-query";
import { fetchCatalogue, fetchRules, type RulesInForce } from "../api/rules";

export const RULES_KEY = ["rules"] as const;
const IN_FORCE = [...RULES_KEY, "in force"] as const;

const WAIT_AT_MOST = 1_000;
let leaving: Promise<unknown> = Promise.resolve();

/** What is still being saved when the page is left; who comes back waits for it, though not for ever. */
export function leaveAfter(saved: Promise<void>): void {
  const longEnough = new Promise((resolve) => setTimeout(resolve, WAIT_AT_MOST));
  leaving = Promise.race([saved, longEnough]);
}

async function fetchAfterLeaving(signal: AbortSignal): Promise<RulesInForce> {
  await leaving;
  return fetchRules(signal);
}

/** Asked anew whenever the page is come to: somebody else may have gone on with the draft. */
export const useRules = () =>
  useQuery({
    queryKey: IN_FORCE,
    queryFn: ({ signal }) => fetchAfterLeaving(signal),
    staleTime: 0,
    gcTime: 0,
  });

export const useCatalogue = () =>
  useQuery({ queryKey: [...RULES_KEY, "catalogue"], queryFn: ({ signal }) => fetchCatalogue(signal) });

export const refreshRules = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: RULES_KEY });
