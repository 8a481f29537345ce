/** Names of people, teams and what else a filter may choose from. */

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listAgents, listTeams } from "../../api/conversations";
import { keys } from "../../desk/keys";

export interface Named {
  value: string;
  label: string;
}

export function useNames(wanted: boolean) {
  const agents = useQuery({
    queryKey: keys.agents,
    queryFn: ({ signal }) => listAgents(signal),
    enabled: wanted,
  });
  const teams = useQuery({
    queryKey: keys.teams,
    queryFn: ({ signal }) => listTeams(signal),
    enabled: wanted,
  });
  return useMemo(() => {
    const people = (agents.data?.data ?? []).map((one): Named => ({ value: one.id, label: one.name }));
    const squads = (teams.data?.data ?? []).map((one): Named => ({ value: one.id, label: one.name }));
    const names = new Map([...people, ...squads].map((one) => [one.value, one.label]));
    return { people, squads, names };
  }, [agents.data, teams.data]);
}
