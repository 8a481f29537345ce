/** The skills as the server has them, and what changes them. */

import { t } from "@lingui/core/macro";
import { useDebouncedValue } from "@mantine/hooks";
import {
  keepPreviousData,
  type QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import {
  changeSkill,
  describePolicy,
  fetchSkill,
  listSkills,
  listUses,
  type Outcome,
  type Policy,
  type Skill,
  type WholeSkill,
} from "../api/skills";
import { offerUndo, tellFailure } from "../ui/notices";

const SKILLS = ["skills"] as const;
const LIST = [...SKILLS, "list"] as const;
const keyOf = (name: string) => [...SKILLS, "one", name] as const;

export const useSkills = () => useQuery({ queryKey: LIST, queryFn: ({ signal }) => listSkills(signal) });

export const useSkill = (name: string) =>
  useQuery({ queryKey: keyOf(name), queryFn: ({ signal }) => fetchSkill(name, signal) });

function keep(client: QueryClient, saved: WholeSkill): void {
  client.setQueryData(keyOf(saved.name), saved);
  client.setQueryData<{ data: Skill[] }>(
    LIST,
    (list) =>
      list && {
        ...list,
        data: list.data.map((one) => (one.name === saved.name ? { ...one, ...saved } : one)),
      },
  );
}

/** Switched at once; the notice takes it back. */
export function useSwitch() {
  const client = useQueryClient();
  const store = (saved: WholeSkill) => keep(client, saved);
  return useMutation({
    mutationFn: ({ skill, on }: { skill: Skill; on: boolean }) => changeSkill(skill.name, { on }),
    onError: tellFailure,
    onSuccess: (saved, { skill, on }) => {
      store(saved);
      const { label } = skill;
      offerUndo({
        id: `skill-${skill.name}`,
        says: on
          ? t`The assistant does this by itself now: ${label}.`
          : t`People do this from now on: ${label}.`,
        undo: () => void changeSkill(skill.name, { on: !on }).then(store, tellFailure),
      });
    },
  });
}

export const useUses = (name: string, outcome: Outcome) =>
  useQuery({
    queryKey: [...SKILLS, "uses", name, outcome],
    queryFn: ({ signal }) => listUses(name, outcome, signal),
  });

export function useSavePolicy(name: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (policy: WholeSkill["policy"]) => changeSkill(name, { policy }),
    onSuccess: (saved) => keep(client, saved),
  });
}

const PAUSE = 250;

/** What the policy as it is typed would mean, a moment after the last letter; what was known stays meanwhile. */
export function useDescription(skill: WholeSkill, policy: Policy) {
  const [asked] = useDebouncedValue(policy, PAUSE);
  const saved = JSON.stringify(asked) === JSON.stringify(skill.policy);
  const { data, error, isFetching } = useQuery({
    queryKey: [...SKILLS, "means", skill.name, asked],
    queryFn: ({ signal }) => describePolicy(skill.name, asked, signal),
    enabled: !saved,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return {
    does: saved ? skill.does : (data?.does ?? skill.does),
    error: saved ? null : error,
    isFetching,
  };
}
