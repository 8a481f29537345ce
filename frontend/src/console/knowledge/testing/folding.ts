/** Whether the box to test the knowledge stands beside the page; where it is narrow it comes as a sheet. */

import { useMediaQuery } from "@mantine/hooks";
import { Cell, useCell } from "../../desk/cell";

const KEY = "baton.test-box";
const WIDE = "(min-width: 1120px)";

export const beside = new Cell(window.localStorage.getItem(KEY) !== "folded");
export const sheetOpen = new Cell(false);

export function setBeside(on: boolean): void {
  if (on) window.localStorage.removeItem(KEY);
  else window.localStorage.setItem(KEY, "folded");
  beside.set(on);
}

export function useFolding() {
  const wide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false }) ?? true;
  const unfolded = useCell(beside);
  const opened = useCell(sheetOpen);
  return {
    wide,
    shown: wide ? unfolded : opened,
    show: (on: boolean) => (wide ? setBeside(on) : sheetOpen.set(on)),
  };
}
