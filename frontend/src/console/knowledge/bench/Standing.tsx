/** How the bench stands: how many pass, what the last run changed, and how far the present one is. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { BenchRun } from "../../api/learning";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { tellFailure } from "../../ui/notices";
import classes from "./Bench.module.css";
import { Progress } from "./Progress";
import { useBeginRun } from "./useBench";
import { causeInWords, isAtWork } from "./words";

const isLive = (run: BenchRun): boolean => run.cause !== "draft";

export function Standing({ runs, expected }: { runs: BenchRun[]; expected: boolean }) {
  const mayRun = useMay("knowledge.write");
  const begin = useBeginRun();
  const atWork = runs.find((run) => isAtWork(run) && isLive(run));
  const last = runs.find((run) => run.state === "done" && isLive(run));
  const { passed, total } = last ?? { passed: 0, total: 0 };
  return (
    <div className={classes.standing}>
      <div>
        {last ? (
          <>
            <p className={classes.figure}>
              <Trans>
                <strong data-all={passed === total || undefined}>
                  {passed} of {total}
                </strong>{" "}
                pass
              </Trans>
              <Moved run={last} />
            </p>
            <p className={classes.small}>
              {causeInWords(last)}, <Ago at={last.created_at} />
            </p>
          </>
        ) : (
          <p className={classes.small}>
            <Trans>Nothing was asked yet.</Trans>
          </p>
        )}
      </div>
      <div className={classes.doing}>
        {atWork && <Progress run={atWork} />}
        {!atWork && expected && (
          <p className={classes.small} role="status">
            <Trans>Something changed: all are asked again in a moment.</Trans>
          </p>
        )}
        {mayRun && (
          <Button
            variant="default"
            size="xs"
            disabled={atWork !== undefined}
            loading={begin.isPending}
            onClick={() => begin.mutate(undefined, { onError: tellFailure })}
          >
            <Trans>Ask all now</Trans>
          </Button>
        )}
      </div>
    </div>
  );
}

function Moved({ run }: { run: BenchRun }) {
  if (run.passed_before === null || run.passed_before === run.passed) return null;
  const by = run.passed - run.passed_before;
  const fewer = -by;
  return (
    <span className={classes.moved} data-way={by > 0 ? "up" : "down"}>
      {by > 0 ? t`${by} more than before` : t`${fewer} fewer than before`}
    </span>
  );
}
