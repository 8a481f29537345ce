/** The way through the tour, and its end, which the server remembers for all of the person's browsers. */

import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { useLocation } from "wouter";
import { changeAccount } from "../api/account";
import { useDesk, useMe } from "../desk/DeskContext";
import { stepsFor } from "./steps";
import { asked } from "./touring";

const NARROW = "(max-width: 760px)";

export function useTour() {
  const me = useMe();
  const desk = useDesk();
  const [path, go] = useLocation();
  const [at, setAt] = useState(0);
  const narrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const steps = stepsFor(me).filter(({ byKeys }) => !(byKeys && narrow));
  const step = steps[at];
  const show = (next: number) => {
    const there = steps[next]?.at;
    if (there && path !== there) go(there);
    setAt(next);
  };
  const end = () => {
    asked.set(false);
    if (!me.tour_due) return;
    desk.me.change((known) => ({ ...known, tour_due: false }));
    // What cannot be kept now costs a second look another time, and nothing else.
    changeAccount({ tour_due: false }).catch(() => undefined);
  };
  return { step, at, of: steps.length, narrow, show, end };
}
