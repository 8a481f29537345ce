/** Single keys for the inbox, outside of fields and dialogs; the palette offers the same deeds by name. */

import { useEffect, useRef } from "react";
import { paletteOpen, singleKeys } from "../shell/shortcuts";
import { type Action, actionFor, keepsKeys, SHORTCUTS, type Shortcut } from "./keys";

export type KeyTable = Partial<Record<Action, () => void>>;

/** The tables of what is on the screen now, the innermost last. */
const tables = new Set<{ current: KeyTable }>();

/** What is typed while the palette, or a field, is still on its way is meant for it. */
export const dialogOpen = (): boolean =>
  paletteOpen.get() || document.querySelector("[role=dialog], [data-arriving]") !== null;

export interface Command extends Shortcut {
  act: () => void;
}

/** What can be done now, in the order of the sheet. */
export function commandsNow(): Command[] {
  return SHORTCUTS.flatMap((shortcut) => {
    const act = [...tables].map((table) => table.current[shortcut.action]).findLast((each) => each);
    return act ? [{ ...shortcut, act }] : [];
  });
}

export function useInboxKeys(table: KeyTable): void {
  const latest = useRef(table);
  latest.current = table;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || keepsKeys(event.target) || dialogOpen()) return;
      const action = actionFor(event);
      const act = action && singleKeys.get() ? latest.current[action] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    tables.add(latest);
    window.addEventListener("keydown", onKeyDown);
    return () => {
      tables.delete(latest);
      window.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}
