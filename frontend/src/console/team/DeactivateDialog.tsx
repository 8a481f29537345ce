/** Before somebody is switched off: what happens to them, and to what is in their hands. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
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
  if (!load)
    return t`Conversations in their hands return to the queue at once, so that no customer is left alone.`;
  return plural(load, {
    one: "The conversation in their hands returns to the queue at once, so that no customer is left alone.",
    other:
      "The # conversations in their hands return to the queue at once, so that no customer is left alone.",
  });
}

export function DeactivateDialog({ person, opened, onClose }: DeactivateDialogProps) {
  const deactivate = useDeactivate();
  const load = useLoad(person, opened);
  const { name } = person;
  const close = () => {
    deactivate.reset();
    onClose();
  };
  return (
    <Confirm
      opened={opened}
      title={person.you ? t`Deactivate yourself?` : t`Deactivate ${name}?`}
      does={t`Deactivate`}
      busy={deactivate.isPending}
      problem={deactivate.error}
      onClose={close}
      onConfirm={() => deactivate.mutate(person, { onSuccess: close })}
    >
      <ul>
        <li>
          <Trans>They are signed out on every device within seconds, and cannot sign in.</Trans>
        </li>
        <li>{inHand(load)}</li>
        <li>
          <Trans>All that they wrote stays, under their name.</Trans>
        </li>
        <li>
          <Trans>You can reactivate them at any time.</Trans>
        </li>
      </ul>
    </Confirm>
  );
}
