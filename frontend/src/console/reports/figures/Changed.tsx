/** How a figure moved, in words; the colour only repeats them. */

import type { Figure } from "../../api/reports";
import classes from "./Figures.module.css";
import { changeOf, type Spoken } from "./words";

interface ChangedProps {
  figure: Figure;
  spoken: Spoken;
  /** "in the 28 days before". */
  when: string;
}

export function Changed({ figure, spoken, when }: ChangedProps) {
  const change = changeOf(figure, spoken, when);
  if (!change) {
    const nothing = figure.value !== null && figure.before;
    return nothing ? <span className={classes.quiet}>Nothing to compare with {when}</span> : null;
  }
  return (
    <span className={classes.change}>
      <b data-changed={change.changed ?? undefined}>{change.words}</b> {change.than}
    </span>
  );
}
