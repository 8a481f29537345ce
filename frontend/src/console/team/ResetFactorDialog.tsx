/** Before somebody's second step is reset: what that means, and that they hear of it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
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
  const { name } = person;
  const close = () => {
    reset.reset();
    onClose();
  };
  return (
    <Confirm
      opened={opened}
      title={t`Reset the second step of ${name}?`}
      does={t`Reset`}
      busy={reset.isPending}
      problem={reset.error}
      onClose={close}
      onConfirm={() => reset.mutate(person, { onSuccess: close })}
    >
      <ul>
        <li>
          <Trans>Make sure that it is really {name} who asks, such as by calling them.</Trans>
        </li>
        <li>
          <Trans>
            Their app and recovery codes open nothing any more. The password alone is enough to sign in.
          </Trans>
        </li>
        <li>
          <Trans>They are signed out on every device, and told by mail that you did this.</Trans>
        </li>
        <li>
          <Trans>Where your company asks for a second step, they set it up anew at once.</Trans>
        </li>
      </ul>
    </Confirm>
  );
}
