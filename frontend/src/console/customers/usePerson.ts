/** What is known of a person, by the id of any of their records; and what changes it. */

import { t } from "@lingui/core/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  addCustomerNote,
  changePerson,
  fetchPerson,
  listDoubles,
  type Person,
  type PersonChange,
  removeCustomerNote,
} from "../api/customers";
import { offerUndo, tellFailure } from "../ui/notices";

const ALL = "customer";
export const personKey = (id: string) => [ALL, id] as const;
const doublesKey = (id: string) => [ALL, id, "doubles"] as const;

export const usePerson = (id: string) =>
  useQuery({ queryKey: personKey(id), queryFn: ({ signal }) => fetchPerson(id, signal) });

export const useDoubles = (id: string, enabled: boolean) =>
  useQuery({ queryKey: doublesKey(id), queryFn: ({ signal }) => listDoubles(id, signal), enabled });

export function useReadPersonAgain() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [ALL] });
}

/** Changes are of the record that the desk looks under; they can be taken back for a while. */
export function useChangePerson(id: string, person: Person) {
  const client = useQueryClient();
  const show = (stored: Person) => client.setQueryData(personKey(id), stored);
  return useMutation({
    mutationFn: ({ change }: { change: PersonChange; back: PersonChange; says: string }) =>
      changePerson(person.id, change),
    onSuccess: (stored, { back, says }) => {
      show(stored);
      const undo = () => void changePerson(person.id, back).then(show, tellFailure);
      offerUndo({ id: `customer-${person.id}`, says, undo });
    },
  });
}

export function useNotes(id: string, person: Person) {
  const readAgain = useReadPersonAgain();
  const add = useMutation({
    mutationFn: (text: string) => addCustomerNote(person.id, text),
    onSuccess: readAgain,
  });
  const remove = useMutation({
    mutationFn: (note: Person["notes"][number]) => removeCustomerNote(id, note.id),
    onSuccess: (_done, note) => {
      void readAgain();
      offerUndo({ id: `note-${note.id}`, says: t`The note was removed.`, undo: () => add.mutate(note.text) });
    },
    onError: tellFailure,
  });
  return { add, remove };
}
