/** The head of a thread: who, who holds the baton, and what can be done with it. */

import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { Link } from "wouter";
import type { ConversationRow } from "../../../shared/wire";
import { useMe } from "../../desk/DeskContext";
import { BackIcon, BatonIcon, CheckIcon, PanelIcon } from "../../shell/icons";
import { type InboxView, inboxPath } from "../address";
import { handInWords, handOf } from "../holder";
import type { Actions } from "../useActions";
import { useNow } from "../useNow";
import { waitClock, waitInWords } from "../waiting";
import classes from "./ThreadHeader.module.css";

interface ThreadHeaderProps {
  row: ConversationRow;
  view: InboxView;
  actions: Actions;
  leaving: boolean;
  contextShown: boolean;
  onContext: () => void;
  onHandBack: () => void;
}

export function ThreadHeader(props: ThreadHeaderProps) {
  const { row, view, contextShown, onContext } = props;
  return (
    <header className={classes.header}>
      <Link href={inboxPath(view)} className={classes.back} aria-label="Back to the list">
        <BackIcon size={20} />
      </Link>
      <div className={classes.who}>
        <h2 className={classes.name}>{row.customer.name}</h2>
        <Hand row={row} leaving={props.leaving} />
      </div>
      <div className={classes.actions}>
        <Doings {...props} />
      </div>
      <div className={classes.panelPlace}>
        <Tooltip label={contextShown ? "Hide the context" : "Show the context"}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            className={classes.panel}
            aria-label="Context"
            aria-pressed={contextShown}
            aria-keyshortcuts="i"
            onClick={onContext}
          >
            <PanelIcon size={18} />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  );
}

function Hand({ row, leaving }: { row: ConversationRow; leaving: boolean }) {
  const me = useMe();
  const now = useNow();
  const hand = leaving ? "resolved" : handOf(row);
  return (
    <p className={classes.hand} data-hand={hand} role="status">
      <span className={classes.dot} />
      <span className={classes.holder}>{leaving ? "Resolved" : handInWords(row, me.id)}</span>
      {hand === "queue" && row.waiting_since && (
        <span title={`Waiting for ${waitInWords(row.waiting_since, now)}`}>
          · {waitClock(row.waiting_since, now)}
        </span>
      )}
    </p>
  );
}

/** One primary action at most: what this conversation needs next from this reader. */
function Doings({ row, actions, leaving, onHandBack }: ThreadHeaderProps) {
  const me = useMe();
  if (me.role === "viewer" || leaving) return null;
  const hand = handOf(row);
  const mine = hand === "agent" && row.control.agent?.id === me.id;
  return (
    <>
      {mine && (
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
      )}
      {hand !== "resolved" && (
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
      )}
      {!mine && hand !== "resolved" && (
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
