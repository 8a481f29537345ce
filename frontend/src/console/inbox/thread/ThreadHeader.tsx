/** The head of a thread: who, who holds the baton, and what can be done with it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Tooltip } from "@mantine/core";
import { Link } from "wouter";
import { useMe } from "../../desk/DeskContext";
import type { ConversationRow } from "../../desk/wire";
import { BackIcon, MailIcon, OutIcon, PanelIcon } from "../../shell/icons";
import { type InboxView, inboxPath } from "../address";
import { handInWords, handOf } from "../holder";
import { PriorityMenu } from "../list/PriorityMenu";
import { SlaClock } from "../sla/SlaClock";
import { presses } from "../sla/words";
import { Languages } from "../translating/Languages";
import { useNow } from "../useNow";
import { untilInWords, type When, waitClock, waitInWords, whenOf } from "../waiting";
import { Doings, type DoingsProps } from "./Doings";
import { Present } from "./Present";
import classes from "./ThreadHeader.module.css";
import { ThreadMenu } from "./ThreadMenu";

interface ThreadHeaderProps extends DoingsProps {
  view: InboxView;
  contextShown: boolean;
  onContext: () => void;
  onFind: () => void;
}

export function ThreadHeader(props: ThreadHeaderProps) {
  const { row, view, contextShown, onContext, onFind } = props;
  return (
    <header className={classes.header}>
      <Link href={inboxPath(view)} className={classes.back} aria-label={t`Back to the list`}>
        <BackIcon size={20} />
      </Link>
      <div className={classes.who}>
        <div className={classes.title}>
          <h2 className={classes.name}>{row.customer.name}</h2>
          {!props.leaving && <PriorityMenu row={row} />}
        </div>
        <Hand row={row} leaving={props.leaving} />
      </div>
      <div className={classes.actions}>
        <Doings {...props} />
      </div>
      <div className={classes.panelPlace}>
        <ThreadMenu id={row.id} live={handOf(row) === "assistant"} onFind={onFind} />
        <Tooltip label={contextShown ? t`Hide the context` : t`Show the context`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            className={classes.panel}
            aria-label={t`Context`}
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
    <div className={classes.hand} data-hand={hand}>
      <span className={classes.dot} />
      <span className={classes.holder} role="status">
        {leaving ? t`Resolved` : handInWords(row, me.id)}
      </span>
      {!leaving && <Clock when={whenOf(row, now)} now={now} promised={presses(row.sla)} />}
      {!leaving && <SlaClock sla={row.sla} now={now} />}
      {row.channel === "email" && (
        <span className={classes.aside}>
          <MailIcon size={12} /> <Trans>by e-mail</Trans>
        </span>
      )}
      {row.channel === "api" && (
        <span className={classes.aside}>
          <OutIcon size={12} /> <Trans>by your own channel</Trans>
        </span>
      )}
      {row.channel === "import" && (
        <span className={classes.aside}>
          <Trans>brought from elsewhere</Trans>
        </span>
      )}
      <Wish row={row} />
      <Languages row={row} />
      <Present id={row.id} />
    </div>
  );
}

/** How a customer who waits wants to go on. */
function Wish({ row }: { row: ConversationRow }) {
  const { waits_by: by, answer_to: address } = row;
  if (row.status === "resolved" || !by || by === "call") return null; // the call has a bar of its own
  if (by === "assistant")
    return (
      <span className={classes.aside}>
        <Trans>asks the assistant meanwhile</Trans>
      </span>
    );
  return (
    <span className={classes.aside} title={t`What you send goes there. It proves nothing of who they are.`}>
      <MailIcon size={12} />{" "}
      {address ? t`wants the answer by e-mail at ${address}` : t`wants the answer by e-mail`}
    </span>
  );
}

interface ClockProps {
  when: When;
  now: number;
  /** The clock of a promise tells how long is left; how long it took so far would only double it. */
  promised: boolean;
}

function Clock({ when, now, promised }: ClockProps) {
  switch (when.kind) {
    case "snoozed":
      return (
        <span className={classes.aside}>
          <Trans>snoozed until {{ when: untilInWords(when.until, now) }}</Trans>
        </span>
      );
    case "overdue":
      return (
        <strong className={classes.overdue} title={when.words}>
          <span aria-hidden="true">
            · <Trans>overdue {{ wait: waitClock(when.since, now) }}</Trans>
          </span>
          <span className="sr">{when.words}</span>
        </strong>
      );
    case "waiting":
      if (promised) return null;
      return (
        <span title={t`Waiting for ${{ wait: waitInWords(when.since, now) }}`}>
          · {waitClock(when.since, now)}
        </span>
      );
    case "last":
      return null;
  }
}
