/** What can be done with a conversation now; one primary action at most: what it needs next from this reader. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { useMe } from "../../desk/DeskContext";
import type { ConversationRow } from "../../desk/wire";
import { BatonIcon, CheckIcon, PassIcon } from "../../shell/icons";
import { handOf } from "../holder";
import { SnoozeMenu } from "../snooze/SnoozeMenu";
import type { Actions } from "../useActions";

export interface DoingsProps {
  row: ConversationRow;
  actions: Actions;
  leaving: boolean;
  onHandBack: () => void;
  onTransfer: () => void;
  snoozing: boolean;
  onSnoozing: (opened: boolean) => void;
  onPickTime: () => void;
}

export function Doings(props: DoingsProps) {
  const { row, actions, leaving } = props;
  const me = useMe();
  if (me.role === "viewer" || leaving) return null;
  const hand = handOf(row);
  if (hand === "resolved") {
    if (row.channel === "import") return null; // it can be read, but not go on here
    return (
      <Tooltip label={t`Open again (a)`}>
        <Button
          variant="default"
          size="xs"
          loading={actions.busy}
          aria-keyshortcuts="a"
          onClick={actions.reopen}
        >
          <Trans>Reopen</Trans>
        </Button>
      </Tooltip>
    );
  }
  const mine = hand === "agent" && row.control.agent?.id === me.id;
  const offered = hand === "queue" && row.offered_to?.id === me.id; // the bar of the offer asks it
  return (
    <>
      {mine && <Own {...props} />}
      <Tooltip label={t`Pass to another person or team (t)`}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t`Pass on`}
          aria-keyshortcuts="t"
          onClick={props.onTransfer}
        >
          <PassIcon />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t`Resolve (e)`}>
        <Button
          variant="default"
          size="xs"
          leftSection={<CheckIcon size={14} />}
          aria-keyshortcuts="e"
          onClick={actions.resolve}
        >
          <Trans>Resolve</Trans>
        </Button>
      </Tooltip>
      {!mine && !offered && (
        <Tooltip label={hand === "queue" ? t`Accept (a)` : t`Take over (a)`}>
          <Button
            size="xs"
            variant={hand === "queue" ? "filled" : "default"}
            loading={actions.busy}
            aria-keyshortcuts="a"
            onClick={actions.take}
          >
            {hand === "queue" ? t`Accept` : t`Take over`}
          </Button>
        </Tooltip>
      )}
    </>
  );
}

/** What only its holder can do. */
function Own({ row, actions, onHandBack, snoozing, onSnoozing, onPickTime }: DoingsProps) {
  return (
    <>
      <Tooltip label={t`Hand back to the assistant (h)`}>
        <Button
          variant="default"
          size="xs"
          leftSection={<BatonIcon size={14} />}
          aria-keyshortcuts="h"
          aria-label={t`Hand back to the assistant`}
          onClick={onHandBack}
        >
          <Trans>Hand back</Trans>
        </Button>
      </Tooltip>
      {row.status === "snoozed" ? (
        <Tooltip label={t`Wake it now (s)`}>
          <Button variant="default" size="xs" aria-keyshortcuts="s" onClick={actions.reopen}>
            <Trans>Wake</Trans>
          </Button>
        </Tooltip>
      ) : (
        <SnoozeMenu opened={snoozing} onChange={onSnoozing} onSnooze={actions.snooze} onPick={onPickTime} />
      )}
    </>
  );
}
