/** How a figure moved, in words; the colour only repeats them. */

import type { Figure } from "../../api/reports";
import classes from "./Figures.module.css";
import { changeOf, type Spoken } from "./words";

export function Changed({ figure, spoken }: { figure: Figure; spoken: Spoken }) {
  const change = changeOf(figure, spoken);
  if (!change) return figure.before && <span className={classes.quiet}>Nothing to compare with</span>;
  const { verdict, words, changed } = change;
  return (
    <span className={classes.change}>
      {verdict && (
        <>
          <b data-changed={changed ?? undefined}>{verdict}</b>,{" "}
        </>
      )}
      {words}
    </span>
  );
}
