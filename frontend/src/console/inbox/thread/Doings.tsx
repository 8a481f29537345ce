/** What can be done with a conversation now; one primary action at most: what it needs next from this reader. */

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
      <Tooltip label="Open again (a)">
        <Button
          variant="default"
          size="xs"
          loading={actions.busy}
          aria-keyshortcuts="a"
          onClick={actions.reopen}
        >
          Reopen
        </Button>
      </Tooltip>
    );
  }
  const mine = hand === "agent" && row.control.agent?.id === me.id;
  const offered = hand === "queue" && row.offered_to?.id === me.id; // the bar of the offer asks it
  return (
    <>
      {mine && <Own {...props} />}
      <Tooltip label="Pass to another person or team (t)">
        <ActionIcon
          variant="default"
          size={30}
          aria-label="Pass on"
          aria-keyshortcuts="t"
          onClick={props.onTransfer}
        >
          <PassIcon />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Resolve (e)">
        <Button
          variant="default"
          size="xs"
          leftSection={<CheckIcon size={14} />}
          aria-keyshortcuts="e"
          onClick={actions.resolve}
        >
          Resolve
        </Button>
      </Tooltip>
      {!mine && !offered && (
        <Tooltip label={hand === "queue" ? "Accept (a)" : "Take over (a)"}>
          <Button
            size="xs"
            variant={hand === "queue" ? "filled" : "default"}
            loading={actions.busy}
            aria-keyshortcuts="a"
            onClick={actions.take}
          >
            {hand === "queue" ? "Accept" : "Take over"}
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
      <Tooltip label="Hand back to the assistant (h)">
        <Button
          variant="default"
          size="xs"
          leftSection={<BatonIcon size={14} />}
          aria-keyshortcuts="h"
          aria-label="Hand back to the assistant"
          onClick={onHandBack}
        >
          Hand back
        </Button>
      </Tooltip>
      {row.status === "snoozed" ? (
        <Tooltip label="Wake it now (s)">
          <Button variant="default" size="xs" aria-keyshortcuts="s" onClick={actions.reopen}>
            Wake
          </Button>
        </Tooltip>
      ) : (
        <SnoozeMenu opened={snoozing} onChange={onSnoozing} onSnooze={actions.snooze} onPick={onPickTime} />
      )}
    </>
  );
}
