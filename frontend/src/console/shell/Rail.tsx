/** The left rail: the company's mark, the pages, and the reader's own switches. */

import { t } from "@lingui/core/macro";
import { Tooltip, UnstyledButton } from "@mantine/core";
import { useLocation } from "wouter";
import { Bell } from "../alerts/Bell";
import { useCell } from "../desk/cell";
import { useDesk, useMe } from "../desk/DeskContext";
import { AccountMenu } from "./AccountMenu";
import { HelpMenu } from "./HelpMenu";
import { ChevronIcon } from "./icons";
import { Logo } from "./Logo";
import { useFreshPresence } from "./presence/fresh";
import { useIdling } from "./presence/idling";
import classes from "./Rail.module.css";
import { RailPages } from "./RailPages";
import { useRailNames } from "./railNames";
import { ThemeMenu } from "./ThemeMenu";

export function Rail() {
  const [path] = useLocation();
  const { named, choose } = useRailNames();
  const inside = path.startsWith("/console/inbox/") && path.split("/").length > 4;
  return (
    <header className={classes.rail} data-inside={inside || undefined} data-named={named || undefined}>
      <Logo named={named} />
      <NamesSwitch named={named} onChoose={choose} />
      <RailPages named={named} />
      <div className={classes.own}>
        <PresenceSwitch />
        <Bell />
        <HelpMenu />
        <ThemeMenu />
        <AccountMenu />
      </div>
    </header>
  );
}

/** On the rail's edge; seen while the pointer or the focus is in the rail. */
function NamesSwitch({ named, onChoose }: { named: boolean; onChoose: (named: boolean) => void }) {
  const label = named ? t`Icons only` : t`Show the pages' names`;
  return (
    <Tooltip label={label} position="right">
      <UnstyledButton className={classes.names} aria-label={label} onClick={() => onChoose(!named)}>
        <ChevronIcon size={12} />
      </UnstyledButton>
    </Tooltip>
  );
}

function PresenceSwitch() {
  const desk = useDesk();
  useIdling();
  useFreshPresence();
  const polling = useCell(desk.polling);
  const { presence, on_shift: working } = useMe();
  const online = presence === "online";
  const label = polling ? t`Presence can be switched once the live line is back` : meaningOf(online, working);
  return (
    <Tooltip label={label} position="right" multiline maw={260}>
      <UnstyledButton
        className={classes.presence}
        role="switch"
        aria-checked={online}
        aria-label={t`Online`}
        aria-disabled={polling || undefined}
        data-online={online || undefined}
        onClick={() => !polling && desk.setPresence(online ? "away" : "online")}
      >
        <span className={classes.track}>
          <span className={classes.knob} />
        </span>
        <span className={classes.state}>{stateOf(online, working)}</span>
      </UnstyledButton>
    </Tooltip>
  );
}

function stateOf(online: boolean, working: boolean): string {
  if (!online) return t`Away`;
  return working ? t`Online` : t`Off shift`;
}

function meaningOf(online: boolean, working: boolean): string {
  if (!online) return t`Away: nothing new is offered to you`;
  return working
    ? t`Online: conversations may be offered to you`
    : t`Online, but outside of your shift: you are offered only what nobody else can take. You may accept whatever waits.`;
}
