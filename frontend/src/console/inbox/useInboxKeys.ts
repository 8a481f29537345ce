/** Single keys for the inbox, outside of fields and dialogs. */

import { useEffect, useRef } from "react";
import { shortcutsOpen, singleKeys } from "../shell/shortcuts";
import { type Action, actionFor, keepsKeys } from "./keys";

export type KeyTable = Partial<Record<Action, () => void>>;

const dialogOpen = (): boolean => document.querySelector("[role=dialog]") !== null;

export function useInboxKeys(table: KeyTable): void {
  const latest = useRef(table);
  latest.current = table;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || keepsKeys(event.target) || dialogOpen()) return;
      const action = actionFor(event);
      if (!action || (action !== "help" && !singleKeys.get())) return;
      const act = action === "help" ? () => shortcutsOpen.set(true) : latest.current[action];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
