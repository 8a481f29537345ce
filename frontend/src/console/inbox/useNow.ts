/** The present, renewed now and then: one clock for all that shows a wait. */

import { useEffect } from "react";
import { Cell, useCell } from "../desk/cell";

const TICK = 10_000;
const present = new Cell(Date.now());

export function useNow(): number {
  useEffect(() => {
    present.set(Date.now());
    const timer = setInterval(() => present.set(Date.now()), TICK);
    return () => clearInterval(timer);
  }, []);
  return useCell(present);
}
