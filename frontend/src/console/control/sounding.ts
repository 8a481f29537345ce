/** Whether a new high risk is heard in this browser: two soft notes, as with notifications. */

import { Cell } from "../desk/cell";

const KEY = "baton.control.sound";

export const sounding = new Cell(window.localStorage.getItem(KEY) === "on");

export function setSounding(on: boolean): void {
  if (on) window.localStorage.setItem(KEY, "on");
  else window.localStorage.removeItem(KEY);
  sounding.set(on);
}
