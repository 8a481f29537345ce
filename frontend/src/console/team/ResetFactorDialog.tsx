/** Before somebody's second step is reset: what that means, and that they hear of it. */

import type { Person } from "../api/people";
import { Confirm } from "../ui/Confirm";
import { useResetSecondFactor } from "./usePeople";

interface ResetFactorDialogProps {
  person: Person;
  opened: boolean;
  onClose: () => void;
}

export function ResetFactorDialog({ person, opened, onClose }: ResetFactorDialogProps) {
  const reset = useResetSecondFactor();
  const close = () => {
    reset.reset();
    onClose();
  };
  return (
    <Confirm
      opened={opened}
      title={`Reset the second step of ${person.name}?`}
      does="Reset"
      busy={reset.isPending}
      problem={reset.error}
      onClose={close}
      onConfirm={() => reset.mutate(person, { onSuccess: close })}
    >
      <ul>
        <li>Make sure that it is really {person.name} who asks, such as by calling them.</li>
        <li>Their app and recovery codes open nothing any more. The password alone is enough to sign in.</li>
        <li>They are signed out on every device, and told by mail that you did this.</li>
        <li>Where your company asks for a second step, they set it up anew at once.</li>
      </ul>
    </Confirm>
  );
}
