/** The keyboard of the list: j and k go from article to article, / searches, c writes a new one. */

import { useEffect } from "react";
import { useLocation } from "wouter";
import { keepsKeys } from "../../inbox/keys";
import { singleKeys } from "../../shell/shortcuts";
import { useMay } from "../../shell/useMay";
import { NEW_ARTICLE } from "../addresses";

export const SEARCH = "article-search";
export const ROW = "data-article";

function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(`[${ROW}]`)];
  const here = rows.indexOf(document.activeElement as HTMLElement);
  const next = here === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, here + by));
  rows[next]?.focus();
}

export function useListKeys(): void {
  const [, go] = useLocation();
  const mayWrite = useMay("knowledge.write");
  useEffect(() => {
    const acts: Record<string, () => void> = {
      j: () => step(1),
      k: () => step(-1),
      "/": () => document.getElementById(SEARCH)?.focus(),
      ...(mayWrite && { c: () => go(NEW_ARTICLE) }),
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!singleKeys.get() || keepsKeys(event.target)) return;
      const act = acts[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [go, mayWrite]);
}
