/** What the palette knows without asking: deeds on the open conversation, where one was, the pages, a few switches. */

import { t } from "@lingui/core/macro";
import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useLocation } from "wouter";
import { useDesk, useMe } from "../../desk/DeskContext";
import { keys } from "../../desk/keys";
import type { ConversationRow } from "../../desk/wire";
import { inboxPath, VIEW_NAMES, VIEWS } from "../../inbox/address";
import { commandsNow } from "../../inbox/useInboxKeys";
import { SECTIONS, sectionPath } from "../../settings/sections";
import { COMPANY_PAGES, GUIDE } from "../pages";
import { openShortcuts } from "../shortcuts";
import { may } from "../useMay";
import { ALSO } from "./also";
import type { Entry } from "./entries";
import { recent } from "./recent";

function useDeeds(): Entry[] {
  // Read once, as the palette opens: what is behind it does not change its hands meanwhile.
  return useMemo(
    () =>
      commandsNow()
        .filter((command) => command.group !== "around" || command.action === "find")
        .map(({ action, says, keys: pressed, act }) => ({
          id: `deed-${action}`,
          part: t`This conversation`,
          name: says,
          keys: pressed,
          act,
        })),
    [],
  );
}

function useRecent(): Entry[] {
  const client = useQueryClient();
  const [path, go] = useLocation();
  return recent().flatMap((id): Entry[] => {
    const row =
      client.getQueryData<ConversationRow>(keys.conversation(id)) ??
      client.getQueryData<ConversationRow>(keys.row(id));
    if (!row || path.includes(id)) return [];
    const { customer, last_message } = row;
    return [
      {
        id: `recent-${id}`,
        part: t`Where you were`,
        name: customer.name,
        ...(last_message && { detail: last_message.text }),
        act: () => go(inboxPath("all", id)),
      },
    ];
  });
}

function usePages(): Entry[] {
  const me = useMe();
  const [, go] = useLocation();
  const place = (name: string, href: string): Entry => ({
    id: `page-${href}`,
    part: t`Go to`,
    name,
    ...(ALSO[href] && { also: ALSO[href] }),
    act: () => go(href),
  });
  const views = VIEWS.map((view) => {
    const name = VIEW_NAMES[view];
    return place(t`Inbox: ${name}`, inboxPath(view));
  });
  const pages = [...COMPANY_PAGES, GUIDE].filter((entry) => may(me, entry.right));
  const sections = SECTIONS.filter((section) => may(me, section.right)).map(({ key, name }) =>
    place(t`Settings: ${name}`, sectionPath(key)),
  );
  return [
    ...views,
    ...pages.map(({ name, href }) => place(name, href)),
    place(t`Your account`, "/console/account"),
    place(t`Notifications and sound`, "/console/account#notifications"),
    place(t`Language of the console`, "/console/account#language"),
    ...sections,
  ];
}

function useSwitches(): Entry[] {
  const desk = useDesk();
  const online = useMe().presence === "online";
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme("light") === "dark";
  const part = t`Switches`;
  return [
    {
      id: "presence",
      part,
      name: online
        ? t`Go away: nothing new is offered to me`
        : t`Go online: conversations may be offered to me`,
      act: () => void desk.setPresence(online ? "away" : "online"),
    },
    {
      id: "theme",
      part,
      name: dark ? t`Light theme` : t`Dark theme`,
      act: () => setColorScheme(dark ? "light" : "dark"),
    },
    { id: "keys", part, name: t`Keyboard shortcuts`, keys: ["?"], act: openShortcuts },
  ];
}

export function usePlaces(): Entry[] {
  return [...useDeeds(), ...useRecent(), ...usePages(), ...useSwitches()];
}
