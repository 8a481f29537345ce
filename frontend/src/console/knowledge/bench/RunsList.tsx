/** The last runs; opened, one shows what got better and worse in it. */

import { t } from "@lingui/core/macro";
import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { BenchRun } from "../../api/learning";
import { ChevronIcon } from "../../shell/icons";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import classes from "./Bench.module.css";
import { RunResults } from "./RunResults";
import { useRun } from "./useBench";
import { causeInWords, isAtWork } from "./words";

export function RunsList({ runs }: { runs: BenchRun[] }) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <ul className={classes.list}>
      {runs.map((run) => (
        <li key={run.id}>
          <UnstyledButton
            className={classes.run}
            aria-expanded={open === run.id}
            onClick={() => setOpen(open === run.id ? null : run.id)}
          >
            <ChevronIcon size={14} />
            <span>{causeInWords(run)}</span>
            <span className={classes.small}>
              <Ago at={run.created_at} />
            </span>
            <span className={classes.passed}>{passedInWords(run)}</span>
          </UnstyledButton>
          {open === run.id && <Opened id={run.id} />}
        </li>
      ))}
    </ul>
  );
}

function passedInWords(run: BenchRun): string {
  if (run.state === "failed") return t`Did not work`;
  const { done, passed, total } = run;
  return isAtWork(run) ? t`${done} of ${total} asked` : t`${passed} of ${total} pass`;
}

function Opened({ id }: { id: string }) {
  const { data: run, error, refetch } = useRun(id);
  if (error)
    return <Failure problem={error} what={t`The run could not be loaded.`} onRetry={() => void refetch()} />;
  if (!run) return <Bone width="60%" height={16} />;
  return <RunResults run={run} />;
}
