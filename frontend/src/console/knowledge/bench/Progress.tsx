/** How far a run is. */

import { t } from "@lingui/core/macro";
import type { BenchRun } from "../../api/learning";
import classes from "./Bench.module.css";

export function Progress({ run }: { run: BenchRun }) {
  const { done, total } = run;
  return (
    <div className={classes.progress} role="status">
      <span>{done === 0 ? t`Begins…` : t`${done} of ${total} asked`}</span>
      <progress max={Math.max(1, total)} value={done} aria-label={t`Questions asked`} />
    </div>
  );
}
