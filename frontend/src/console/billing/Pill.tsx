/** A state in a word; its colour says how to take it, and never says it alone. */

import type { ReactNode } from "react";
import classes from "./Billing.module.css";
import type { Mood } from "./words";

export function Pill({ mood, children }: { mood: Mood; children: ReactNode }) {
  return (
    <span className={classes.pill} data-mood={mood}>
      {children}
    </span>
  );
}
