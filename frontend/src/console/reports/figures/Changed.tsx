/** How a figure moved, in words; the colour only repeats them. */

import { Trans } from "@lingui/react/macro";
import type { Figure } from "../../api/reports";
import classes from "./Figures.module.css";
import { changeOf, type Spoken } from "./words";

export function Changed({ figure, spoken }: { figure: Figure; spoken: Spoken }) {
  const change = changeOf(figure, spoken);
  if (!change)
    return (
      figure.before && (
        <span className={classes.quiet}>
          <Trans>Nothing to compare with</Trans>
        </span>
      )
    );
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
