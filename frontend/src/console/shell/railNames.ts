/** Whether the rail says the pages' names beside their icons: where there is room, unless the reader chose otherwise. */

import { useMediaQuery } from "@mantine/hooks";
import { useLayoutEffect } from "react";
import { Cell, useCell } from "../desk/cell";

const KEY = "baton.rail";
const HAS_ROOM = "(min-width: 1500px)";
const MAY_BE_NAMED = "(min-width: 761px)";

const chosen = new Cell(window.localStorage.getItem(KEY));

function choose(named: boolean): void {
  const choice = named ? "names" : "icons";
  window.localStorage.setItem(KEY, choice);
  chosen.set(choice);
}

export function useRailNames() {
  const choice = useCell(chosen);
  const room = useMediaQuery(HAS_ROOM, undefined, { getInitialValueInEffect: false });
  const wide = useMediaQuery(MAY_BE_NAMED, undefined, { getInitialValueInEffect: false });
  const named = wide && (choice === null ? room : choice === "names");
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute("data-rail-names", named);
  }, [named]);
  return { named, choose };
}
