/** Before somebody is switched off: what happens to them, and to what is in their hands. */

import { useQuery } from "@tanstack/react-query";
import { listAgents } from "../api/conversations";
import type { Person } from "../api/people";
import { keys } from "../desk/keys";
import { Confirm } from "../ui/Confirm";
import { useDeactivate } from "./usePeople";

interface DeactivateDialogProps {
  person: Person;
  opened: boolean;
  onClose: () => void;
}

/** How many conversations are in their hands just now; undefined until it is known. */
function useLoad(person: Person, wanted: boolean): number | undefined {
  const { data } = useQuery({
    queryKey: keys.agents,
    queryFn: ({ signal }) => listAgents(signal),
    staleTime: 0,
    enabled: wanted,
  });
  return data?.data.find((one) => one.id === person.id)?.load;
}

function inHand(load: number | undefined): string {
  if (load === 1) return "The conversation in their hands returns";
  if (load) return `The ${load} conversations in their hands return`;
  return "Conversations in their hands return";
}

export function DeactivateDialog({ person, opened, onClose }: DeactivateDialogProps) {
  const deactivate = useDeactivate();
  const load = useLoad(person, opened);
  const close = () => {
    deactivate.reset();
    onClose();
  };
  return (
    <Confirm
      opened={opened}
      title={person.you ? "Deactivate yourself?" : `Deactivate ${person.name}?`}
      does="Deactivate"
      busy={deactivate.isPending}
      problem={deactivate.error}
      onClose={close}
      onConfirm={() => deactivate.mutate(person, { onSuccess: close })}
    >
      <ul>
        <li>They are signed out on every device within seconds, and cannot sign in.</li>
        <li>{inHand(load)} to the queue at once, so that no customer is left alone.</li>
        <li>All that they wrote stays, under their name.</li>
        <li>You can reactivate them at any time.</li>
      </ul>
    </Confirm>
  );
}
