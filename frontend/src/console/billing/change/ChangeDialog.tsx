/** Another plan, other seats, another interval: chosen and reckoned first, then what it costs and takes away, then done. */

import { t } from "@lingui/core/macro";
import { Modal } from "@mantine/core";
import { useState } from "react";
import type { Billing, Wanted } from "../../api/billing";
import { Failure } from "../../ui/Failure";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { useFocusBack } from "../../ui/useFocusBack";
import type { Choice } from "../plan/choice";
import { usePlans } from "../useBilling";
import { isSubscribed } from "../words";
import { Choose } from "./Choose";
import { Review } from "./Review";
import { firstTyped, usualResolutions } from "./wanted";

interface ChangeDialogProps {
  billing: Billing;
  choice: Choice;
  onClose: () => void;
}

export function ChangeDialog({ billing, choice, onClose }: ChangeDialogProps) {
  const { data: plans, error, refetch } = usePlans();
  const [typed, setTyped] = useState(() => firstTyped(billing, choice));
  const [resolutions, setResolutions] = useState(() => usualResolutions(billing));
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [returned, setReturned] = useState(false);
  useFocusBack();
  const title = wanted
    ? t`What it means`
    : isSubscribed(billing)
      ? t`Change plan or seats`
      : t`Choose a plan`;
  return (
    <Modal opened onClose={onClose} title={title} size={620}>
      {error && !plans ? (
        <Failure problem={error} what={t`The plans could not be loaded.`} onRetry={() => void refetch()} />
      ) : !plans ? (
        <SectionSkeleton fields={3} />
      ) : wanted ? (
        <Review
          billing={billing}
          wanted={wanted}
          plans={plans}
          onBack={() => {
            setReturned(true);
            setWanted(null);
          }}
          onDone={onClose}
        />
      ) : (
        <Choose
          billing={billing}
          plans={plans}
          typed={typed}
          resolutions={resolutions}
          returned={returned}
          onType={(some) => setTyped((before) => ({ ...before, ...some }))}
          onResolutions={setResolutions}
          onGoOn={setWanted}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}
