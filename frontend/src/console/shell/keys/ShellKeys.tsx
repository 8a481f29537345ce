/** The two keys that act on every page: `?` for the sheet and Ctrl or Cmd K for the palette; both come when asked for. */

import { lazy, Suspense, useEffect } from "react";
import { useLocation } from "wouter";
import { useCell } from "../../desk/cell";
import { actionFor, keepsKeys } from "../../inbox/keys";
import { remember } from "../palette/recent";
import { paletteOpen, shortcutsOpen } from "../shortcuts";

const KeySheet = lazy(() => import("./KeySheet"));
const Palette = lazy(() => import("../palette/Palette"));

const isPaletteKey = (event: KeyboardEvent): boolean =>
  event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;

function onKeyDown(event: KeyboardEvent): void {
  if (isPaletteKey(event)) {
    event.preventDefault(); // Chromium's own Ctrl+K goes to the address
    paletteOpen.change((open) => !open);
    return;
  }
  if (event.defaultPrevented || keepsKeys(event.target) || actionFor(event) !== "help") return;
  event.preventDefault();
  shortcutsOpen.set(true);
}

export function ShellKeys() {
  const sheet = useCell(shortcutsOpen);
  const palette = useCell(paletteOpen);
  const [path] = useLocation();
  useEffect(() => remember(path), [path]);
  useEffect(() => {
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <Suspense fallback={null}>
      {sheet && <KeySheet />}
      {palette && <Palette />}
    </Suspense>
  );
}
