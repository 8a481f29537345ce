/** Makes, renames and deletes teams, and moves people in and out of them. */

import { t } from "@lingui/core/macro";
import { useMutation } from "@tanstack/react-query";
import { changePerson, createTeam, deleteTeam, type Person, renameTeam, type TeamEntry } from "../api/people";
import { tell } from "../ui/notices";
import { useReadPeopleAgain } from "./usePeople";

export function useCreateTeam() {
  const readAgain = useReadPeopleAgain();
  return useMutation({
    mutationFn: createTeam,
    onSuccess: ({ name }) => tell(t`${name} is there. Add its people next.`),
    onSettled: readAgain,
  });
}

export function useRenameTeam(team: TeamEntry) {
  const readAgain = useReadPeopleAgain();
  return useMutation({ mutationFn: (name: string) => renameTeam(team.id, name), onSettled: readAgain });
}

export function useDeleteTeam(team: TeamEntry) {
  const { name } = team;
  const readAgain = useReadPeopleAgain();
  return useMutation({
    mutationFn: () => deleteTeam(team.id),
    onSuccess: () => tell(t`${name} is deleted`),
    onSettled: readAgain,
  });
}

/** The ids of the teams that somebody is in once they are in this one, or out of it. */
export function teamsWith(person: Person, team: TeamEntry, inside: boolean): string[] {
  const others = person.teams.map(({ id }) => id).filter((id) => id !== team.id);
  return inside ? [...others, team.id] : others;
}

export function useMove(team: TeamEntry) {
  const readAgain = useReadPeopleAgain();
  return useMutation({
    mutationFn: ({ person, inside }: { person: Person; inside: boolean }) =>
      changePerson(person.id, { team_ids: teamsWith(person, team, inside) }),
    onSettled: readAgain,
  });
}
