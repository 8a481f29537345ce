/** Whether the sheet of shortcuts and the palette are open, and whether single keys act at all (WCAG 2.1.4). */

import { Cell } from "../desk/cell";

const KEY = "baton.keys";

export const shortcutsOpen = new Cell(false);
export const paletteOpen = new Cell(false);
export const singleKeys = new Cell(window.localStorage.getItem(KEY) !== "off");

export const openShortcuts = (): void => shortcutsOpen.set(true);

export function setSingleKeys(on: boolean): void {
  if (on) window.localStorage.removeItem(KEY);
  else window.localStorage.setItem(KEY, "off");
  singleKeys.set(on);
}
