/** How somebody wants to be called in this browser: the permission is the browser's own, and so is the choice. */

import { t } from "@lingui/core/macro";
import { Cell } from "../../desk/cell";
import type { Topic } from "./news";

export interface Settings {
  desktop: boolean;
  sound: boolean;
  topics: Record<Topic, boolean>;
}

export const TOPIC_NAMES: Record<Topic, string> = {
  offered: t`A conversation is offered to me`,
  reply: t`A customer writes in a conversation of mine`,
  waiting: t`Somebody begins to wait for one of my teams`,
  alert: t`An alert, such as a mention or a deadline`,
};

export const QUIET: Settings = {
  desktop: false,
  sound: false,
  topics: { offered: true, reply: true, waiting: false, alert: true },
};

const keyOf = (agentId: string) => `baton.notify.${agentId}`;

function read(agentId: string): Settings {
  const stored = window.localStorage.getItem(keyOf(agentId));
  if (stored === null) return QUIET;
  try {
    const value = JSON.parse(stored) as Partial<Settings> | null;
    const topics = { ...QUIET.topics, ...value?.topics };
    return { desktop: value?.desktop === true, sound: value?.sound === true, topics };
  } catch (problem) {
    if (problem instanceof SyntaxError) return QUIET;
    throw problem;
  }
}

const cells = new Map<string, Cell<Settings>>();

export function settingsOf(agentId: string): Cell<Settings> {
  const known = cells.get(agentId);
  if (known) return known;
  const cell = new Cell(read(agentId));
  cell.subscribe(() => window.localStorage.setItem(keyOf(agentId), JSON.stringify(cell.get())));
  cells.set(agentId, cell);
  return cell;
}
