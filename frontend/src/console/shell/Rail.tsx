/** The left rail: the company's mark, the pages, and the reader's own switches. */

import { Tooltip, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import { countConversations } from "../api/conversations";
import { useCell } from "../desk/cell";
import { useDesk, useMe } from "../desk/DeskContext";
import { keys } from "../desk/keys";
import { AccountMenu } from "./AccountMenu";
import { InboxIcon } from "./icons";
import classes from "./Rail.module.css";
import { ThemeMenu } from "./ThemeMenu";

export function Rail() {
  const me = useMe();
  const [path] = useLocation();
  const { data: counts } = useQuery({
    queryKey: keys.counts,
    queryFn: ({ signal }) => countConversations(signal),
  });
  const waiting = counts?.waiting ?? 0;
  const inside = path.startsWith("/console/inbox/") && path.split("/").length > 4;
  return (
    <header className={classes.rail} data-inside={inside || undefined}>
      <div className={classes.mark} title={me.company.name} aria-hidden="true">
        {me.company.name.charAt(0)}
      </div>
      <nav className={classes.pages} aria-label="Pages">
        <Tooltip label="Inbox" position="right">
          <Link
            href="/console/inbox/waiting"
            className={classes.page}
            aria-current={path.startsWith("/console/inbox") ? "page" : undefined}
            aria-label={waiting ? `Inbox, ${waiting} waiting` : "Inbox"}
          >
            <InboxIcon size={20} />
            {waiting > 0 && <span className={classes.badge}>{waiting > 99 ? "99+" : waiting}</span>}
          </Link>
        </Tooltip>
      </nav>
      <div className={classes.own}>
        <PresenceSwitch />
        <ThemeMenu />
        <AccountMenu />
      </div>
    </header>
  );
}

function PresenceSwitch() {
  const desk = useDesk();
  const polling = useCell(desk.polling);
  const online = useMe().presence === "online";
  const label = polling
    ? "Presence can be switched once the live line is back"
    : online
      ? "Online: conversations may be offered to you"
      : "Away: nothing new is offered to you";
  return (
    <Tooltip label={label} position="right">
      <UnstyledButton
        className={classes.presence}
        role="switch"
        aria-checked={online}
        aria-label="Online"
        aria-disabled={polling || undefined}
        data-online={online || undefined}
        onClick={() => !polling && desk.setPresence(online ? "away" : "online")}
      >
        <span className={classes.track}>
          <span className={classes.knob} />
        </span>
        <span className={classes.state}>{online ? "Online" : "Away"}</span>
      </UnstyledButton>
    </Tooltip>
  );
}
