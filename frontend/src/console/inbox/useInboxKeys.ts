/** Single keys for the inbox, outside of fields and dialogs; the palette offers the same deeds by name. */

import { useEffect, useRef } from "react";
import { paletteOpen, singleKeys } from "../shell/shortcuts";
import { type Action, keepsKeys, meaningOf, SHORTCUTS, type Shortcut } from "./keys";

export type KeyTable<Deed extends string = Action> = Partial<Record<Deed, () => void>>;

interface OnScreen {
  shortcuts: readonly Shortcut<string>[];
  acts: KeyTable<string>;
}

/** The tables of what is on the screen now, the innermost last. */
const tables = new Set<{ current: OnScreen }>();

/** What is typed while the palette, or a field, is still on its way is meant for it. */
export const dialogOpen = (): boolean =>
  paletteOpen.get() || document.querySelector("[role=dialog], [data-arriving]") !== null;

export interface Command extends Shortcut<string> {
  act: () => void;
}

/** What can be done now, in the order of the sheet. */
export function commandsNow(): Command[] {
  const shown = [...tables].map((table) => table.current);
  const shortcuts = [...new Set(shown.flatMap((table) => table.shortcuts))];
  return shortcuts.flatMap((shortcut) => {
    const own = shown.filter((table) => table.shortcuts.includes(shortcut));
    const act = own.map((table) => table.acts[shortcut.action]).findLast((each) => each);
    return act ? [{ ...shortcut, act }] : [];
  });
}

/** Single keys by a table of shortcuts, outside of fields and dialogs. */
export function useKeys<Deed extends string>(
  shortcuts: readonly Shortcut<Deed>[],
  acts: KeyTable<Deed>,
): void {
  const latest = useRef<OnScreen>({ shortcuts, acts });
  latest.current = { shortcuts, acts };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || keepsKeys(event.target) || dialogOpen()) return;
      const action = meaningOf(event, latest.current.shortcuts);
      const act = action && singleKeys.get() ? latest.current.acts[action] : undefined;
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

export const useInboxKeys = (table: KeyTable): void => useKeys(SHORTCUTS, table);
