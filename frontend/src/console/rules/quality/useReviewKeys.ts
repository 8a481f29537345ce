/** Single keys of the reviews, outside of fields, dialogs and menus. */

import { useEffect, useRef } from "react";
import { keepsKeys } from "../../inbox/keys";
import { singleKeys } from "../../shell/shortcuts";

/** What a key in small letters does; those longer than a letter act also where single keys are switched off. */
export type Keys = Record<string, () => void>;

export function useReviewKeys(table: Keys): void {
  const latest = useRef(table);
  latest.current = table;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (keepsKeys(event.target) || document.querySelector("[role=dialog]")) return;
      const key = event.key.toLowerCase();
      if (key.length === 1 && !singleKeys.get()) return;
      if (event.repeat && key !== "j" && key !== "k") return;
      const act = latest.current[key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
