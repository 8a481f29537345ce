/** The left rail: the company's mark, the pages, and the reader's own switches. */

import { t } from "@lingui/core/macro";
import { Tooltip, UnstyledButton } from "@mantine/core";
import { useLocation } from "wouter";
import { Bell } from "../alerts/Bell";
import { useCell } from "../desk/cell";
import { useDesk, useMe } from "../desk/DeskContext";
import { AccountMenu } from "./AccountMenu";
import { HelpMenu } from "./HelpMenu";
import { Logo } from "./Logo";
import { useIdling } from "./presence/idling";
import classes from "./Rail.module.css";
import { RailPages } from "./RailPages";
import { ThemeMenu } from "./ThemeMenu";

export function Rail() {
  const [path] = useLocation();
  const inside = path.startsWith("/console/inbox/") && path.split("/").length > 4;
  return (
    <header className={classes.rail} data-inside={inside || undefined}>
      <Logo />
      <RailPages />
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

function PresenceSwitch() {
  const desk = useDesk();
  useIdling();
  const polling = useCell(desk.polling);
  const online = useMe().presence === "online";
  const label = polling
    ? t`Presence can be switched once the live line is back`
    : online
      ? t`Online: conversations may be offered to you`
      : t`Away: nothing new is offered to you`;
  return (
    <Tooltip label={label} position="right">
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
        <span className={classes.state}>{online ? t`Online` : t`Away`}</span>
      </UnstyledButton>
    </Tooltip>
  );
}
