/** The people, invitations and teams as the server has them, and what changes them. */

import { t } from "@lingui/core/macro";
import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  changePerson,
  deactivate,
  type Invitation,
  invite,
  listInvitations,
  listPeople,
  listTeamEntries,
  type People,
  type Person,
  type PersonChange,
  reactivate,
  resendInvitation,
  resetSecondFactor,
  revokeInvitation,
} from "../api/people";
import { keys } from "../desk/keys";
import { offerUndo, tell, tellFailure } from "../ui/notices";
import { ROLE_NAMES } from "./roles";

const PEOPLE = ["people"] as const;
const INVITATIONS = ["invitations"] as const;
/** Beside the inbox's own list of teams, which knows less of them. */
const TEAMS = ["team entries"] as const;

export const usePeople = () =>
  useQuery({ queryKey: PEOPLE, queryFn: ({ signal }) => listPeople(signal), select: (all) => all.data });

export const useSeats = () =>
  useQuery({ queryKey: PEOPLE, queryFn: ({ signal }) => listPeople(signal), select: (all) => all.seats })
    .data ?? null;

export const useInvitations = (wanted: boolean) =>
  useQuery({
    queryKey: INVITATIONS,
    queryFn: ({ signal }) => listInvitations(signal),
    select: (all) => all.data.filter(({ state }) => state === "open" || state === "expired"),
    enabled: wanted,
  });

export const useTeams = () =>
  useQuery({ queryKey: TEAMS, queryFn: ({ signal }) => listTeamEntries(signal), select: (all) => all.data });

function readPeopleAgain(client: QueryClient): void {
  for (const queryKey of [PEOPLE, TEAMS, keys.agents, keys.teams])
    void client.invalidateQueries({ queryKey });
}

export function useReadPeopleAgain(): () => void {
  const client = useQueryClient();
  return () => readPeopleAgain(client);
}

function storePerson(client: QueryClient, person: Person): void {
  client.setQueryData<People>(
    PEOPLE,
    (all) => all && { ...all, data: all.data.map((one) => (one.id === person.id ? person : one)) },
  );
  readPeopleAgain(client);
}

/** Changes somebody; the table shows what the server made of it. */
export function useChangePerson() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, change }: { id: string; change: PersonChange }) => changePerson(id, change),
    onSuccess: (person) => storePerson(client, person),
  });
}

/** Gives a role, and offers the former one back. */
export function useGiveRole() {
  const change = useChangePerson();
  return (person: Person, role: Person["role"]) => {
    const give = (which: Person["role"], then: () => void) =>
      change.mutate({ id: person.id, change: { role: which } }, { onSuccess: then, onError: tellFailure });
    const { name } = person;
    const [now, before] = [ROLE_NAMES[role], ROLE_NAMES[person.role]];
    const says = t`${name} is now ${now}`;
    if (person.you) return give(role, () => tell(t`You are now ${now}`));
    return give(role, () =>
      offerUndo({
        id: `role-${person.id}`,
        says,
        undo: () => give(person.role, () => tell(t`${name} is ${before} again`)),
      }),
    );
  };
}

export function useReactivate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (person: Person) => reactivate(person.id),
    onSuccess: (_, { name }) => tell(t`${name} can sign in again`),
    onError: tellFailure,
    onSettled: () => readPeopleAgain(client),
  });
}

/** Switches somebody off, and offers to switch them on again. */
export function useDeactivate() {
  const client = useQueryClient();
  const back = useReactivate();
  return useMutation({
    mutationFn: (person: Person) => deactivate(person.id),
    onSuccess: (_, person) => {
      const { name } = person;
      offerUndo({
        id: `deactivate-${person.id}`,
        says: t`${name} is deactivated`,
        undo: () => back.mutate(person),
      });
    },
    onSettled: () => readPeopleAgain(client),
  });
}

export function useResetSecondFactor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (person: Person) => resetSecondFactor(person.id),
    onSuccess: (person) => {
      const { name } = person;
      storePerson(client, person);
      tell(t`${name} signs in with the password alone until they set it up anew`);
    },
  });
}

export function useReadInvitationsAgain(): () => void {
  const client = useQueryClient();
  return () => {
    // With another invitation fewer seats may be free.
    for (const queryKey of [INVITATIONS, PEOPLE]) void client.invalidateQueries({ queryKey });
  };
}

const letterOf = ({ email, name, role, teams }: Invitation) => ({
  email,
  role,
  team_ids: teams.map((team) => team.id),
  ...(name && { name }),
});

export function useInvitationActions() {
  const readAgain = useReadInvitationsAgain();
  const resend = useMutation({
    mutationFn: (one: Invitation) => resendInvitation(one.id),
    onSuccess: (_, { email }) => tell(t`Sent to ${email} again, with a new link`),
    onError: tellFailure,
    onSettled: readAgain,
  });
  const again = useMutation({
    mutationFn: (one: Invitation) => invite(letterOf(one)),
    onSuccess: (_, { email }) => tell(t`${email} is invited again, with a new link`),
    onError: tellFailure,
    onSettled: readAgain,
  });
  const revoke = useMutation({
    mutationFn: (one: Invitation) => revokeInvitation(one.id),
    onSuccess: (_, one) => {
      const { email } = one;
      offerUndo({
        id: `revoke-${one.id}`,
        says: t`The link sent to ${email} no longer works`,
        undo: () => again.mutate(one),
      });
    },
    onError: tellFailure,
    onSettled: readAgain,
  });
  return { resend, revoke };
}
