/** Asks the whole bench with a change that is not published yet, and shows what would get better and worse. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { type BenchChange, listCases } from "../../api/learning";
import { Failure } from "../../ui/Failure";
import { FormProblem } from "../../ui/FormProblem";
import { BENCH } from "../addresses";
import classes from "./Bench.module.css";
import { Progress } from "./Progress";
import { RunResults } from "./RunResults";
import { useBeginRun, useRun } from "./useBench";
import { diffInWords, isAtWork } from "./words";

interface CheckProps {
  /** What would be published; asked for when the button is pressed. */
  change: () => BenchChange;
  /** There is nothing to check, or it could not be published as it is. */
  disabled?: boolean;
}

export function CheckBeforePublishing({ change, disabled = false }: CheckProps) {
  const [checked, setChecked] = useState<{ id: string; change: string } | null>(null);
  const begin = useBeginRun();
  const any = useAnyCases();
  const check = () => {
    const tried = change();
    begin.mutate(tried, { onSuccess: ({ id }) => setChecked({ id, change: JSON.stringify(tried) }) });
  };
  if (any === false) {
    return (
      <p className={classes.small}>
        <Trans>
          With questions on the <Link href={BENCH}>test bench</Link> you could see here what this change would
          break.
        </Trans>
      </p>
    );
  }
  return (
    <div className={classes.check}>
      <Button
        variant="default"
        size="xs"
        disabled={disabled}
        loading={begin.isPending}
        title={t`Asks every question of the bench as if this were published`}
        onClick={check}
      >
        <Trans>Check before publishing</Trans>
      </Button>
      <FormProblem problem={begin.error} />
      {checked && (
        <Checked id={checked.id} changedSince={() => JSON.stringify(change()) !== checked.change} />
      )}
    </div>
  );
}

function Checked({ id, changedSince }: { id: string; changedSince: () => boolean }) {
  const { data: run, error, refetch } = useRun(id);
  if (error)
    return <Failure problem={error} what={t`The check could not be read.`} onRetry={() => void refetch()} />;
  if (!run || isAtWork(run)) return run ? <Progress run={run} /> : null;
  const { worse, better } = run.counts;
  const { passed, total } = run;
  const diff = diffInWords(run.counts);
  return (
    <details className={classes.checked} open={worse > 0}>
      <summary data-verdict={worse > 0 ? "worse" : better > 0 ? "better" : "same"}>
        <span role="status">{run.problem ?? t`${diff}: ${passed} of ${total} pass.`}</span>
        {changedSince() && (
          <span className={classes.small}>
            {" "}
            <Trans>You have changed it since.</Trans>
          </span>
        )}
      </summary>
      {!run.problem && <RunResults run={run} />}
    </details>
  );
}

/** Whether there is a question on the bench; undefined until it is known. */
function useAnyCases(): boolean | undefined {
  const { data } = useQuery({
    queryKey: ["bench", "any"],
    queryFn: ({ signal }) => listCases(null, signal).then(({ data: rows }) => rows.length > 0),
  });
  return data;
}
