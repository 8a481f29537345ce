/** Until when the figures are measured, and how many conversations wait for it. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Figures } from "../../api/reports";
import { Ago } from "../../ui/Ago";
import classes from "./Figures.module.css";

export function Measured({ figures }: { figures: Pick<Figures, "measured_until" | "waiting"> }) {
  const { measured_until, waiting } = figures;
  return (
    <span className={classes.quiet} role="status">
      {measured_until ? (
        <Trans>
          Measured <Ago at={measured_until} past />
        </Trans>
      ) : (
        t`Not measured yet`
      )}
      {waiting > 0 && (
        <>
          {", "}
          {plural(waiting, { one: "# more conversation waits", other: "# more conversations wait" })}
        </>
      )}
    </span>
  );
}
