/** Until when the figures are measured, and how many conversations wait for it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Figures } from "../../api/reports";
import { Ago } from "../../ui/Ago";
import classes from "./Figures.module.css";

export function Measured({ figures }: { figures: Pick<Figures, "measured_until" | "waiting"> }) {
  const { measured_until, waiting } = figures;
  return (
    <span className={classes.quiet} role="status">
      {measured_until ? (
        <>
          <Trans>Measured</Trans> <Ago at={measured_until} past />
        </>
      ) : (
        t`Not measured yet`
      )}
      {waiting > 0 && `, ${waiting} more ${waiting === 1 ? t`conversation waits` : t`conversations wait`}`}
    </span>
  );
}
