/** Asks before a conversation ends on which departments still work. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { resolveAndDrop } from "../../api/handing";
import type { ConversationRow } from "../../desk/wire";
import { Confirm } from "../../ui/Confirm";

interface ResolveAnywayProps {
  row: ConversationRow;
  opened: boolean;
  onClose: () => void;
  onResolved: (row: ConversationRow) => void;
}

export default function ResolveAnyway({ row, opened, onClose, onResolved }: ResolveAnywayProps) {
  const drop = useMutation({
    mutationFn: () => resolveAndDrop(row.id, row.control.epoch),
    onSuccess: (ended) => {
      onClose();
      onResolved(ended);
    },
  });
  const { open } = row.tasks;
  return (
    <Confirm
      opened={opened}
      title={plural(open, { one: "One task is still open", other: "# tasks are still open" })}
      does={t`Drop them and resolve`}
      keeps={t`Keep it open`}
      busy={drop.isPending}
      problem={drop.error}
      onClose={onClose}
      onConfirm={() => drop.mutate()}
    >
      <p>
        <Trans>
          Other departments still work on this for {row.customer.name}. If you resolve it now, their tasks are
          dropped and nobody tells the customer what came of them.
        </Trans>
      </p>
    </Confirm>
  );
}
