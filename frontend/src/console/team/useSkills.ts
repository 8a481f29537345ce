/** The skills of the desk as the server has them, and what changes them. */

import { t } from "@lingui/core/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { createSkill, deleteSkill, listSkills, renameSkill, type SkillEntry } from "../api/routing";
import { tell } from "../ui/notices";
import { useReadPeopleAgain } from "./usePeople";

const SKILLS = ["agent skills"] as const;

export const useSkills = () =>
  useQuery({ queryKey: SKILLS, queryFn: ({ signal }) => listSkills(signal), select: (all) => all.data });

function useReadAgain(): () => void {
  const client = useQueryClient();
  const people = useReadPeopleAgain();
  return () => {
    void client.invalidateQueries({ queryKey: SKILLS });
    people();
  };
}

export function useCreateSkill() {
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: createSkill,
    onSuccess: ({ name }) => tell(t`${name} is there. Give it to people next.`),
    onSettled: readAgain,
  });
}

export function useRenameSkill(skill: SkillEntry) {
  const readAgain = useReadAgain();
  return useMutation({ mutationFn: (name: string) => renameSkill(skill.id, name), onSettled: readAgain });
}

export function useDeleteSkill(skill: SkillEntry) {
  const { name } = skill;
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: () => deleteSkill(skill.id),
    onSuccess: () => tell(t`${name} is deleted`),
    onSettled: readAgain,
  });
}
