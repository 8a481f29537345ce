/** The test bench: questions with what should come of them, how many pass, and what the last change did to them. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, SegmentedControl } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { BenchRun, ListedCase } from "../../api/learning";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import classes from "./Bench.module.css";
import { CasesTable } from "./CasesTable";
import { RunsList } from "./RunsList";
import { Standing } from "./Standing";
import { useCases, useRuns } from "./useBench";

type Shown = "all" | "failing";

export function BenchPart() {
  const cases = useCases();
  const runs = useRuns();
  const problem = cases.error ?? runs.error;
  const readAgain = () => {
    void cases.refetch();
    void runs.refetch();
  };
  const rows = cases.data?.pages.flatMap((page) => page.data);
  if (problem && !rows)
    return <Failure problem={problem} what={t`The bench could not be loaded.`} onRetry={readAgain} />;
  if (!rows || !runs.data) return <BenchSkeleton />;
  if (rows.length === 0) return <NoCases />;
  return (
    <>
      <Standing runs={runs.data.data} expected={runs.data.expected} />
      <Cases
        rows={rows}
        more={
          cases.hasNextPage && (
            <Button
              variant="default"
              size="xs"
              loading={cases.isFetchingNextPage}
              onClick={() => void cases.fetchNextPage()}
            >
              <Trans>Show more</Trans>
            </Button>
          )
        }
      />
      <Runs runs={runs.data.data} />
    </>
  );
}

function Cases({ rows, more }: { rows: ListedCase[]; more: ReactNode }) {
  const [shown, setShown] = useState<Shown>("all");
  const failing = rows.filter((row) => row.last && !row.last.passed);
  const [all, fail] = [rows.length, failing.length];
  const wanted = shown === "failing" ? failing : rows;
  return (
    <section aria-label={t`Questions`}>
      <SegmentedControl
        className={classes.filter}
        size="xs"
        aria-label={t`Which questions`}
        value={shown}
        data={[
          { value: "all", label: t`All ${all}` },
          { value: "failing", label: t`Failing ${fail}` },
        ]}
        onChange={(value) => setShown(value as Shown)}
      />
      {wanted.length === 0 ? (
        <Empty title={t`Nothing fails`}>
          <p>
            <Trans>What should come of each question came of it in the last run.</Trans>
          </p>
        </Empty>
      ) : (
        <CasesTable rows={wanted} />
      )}
      {shown === "all" && more}
    </section>
  );
}

function Runs({ runs }: { runs: BenchRun[] }) {
  if (runs.length === 0) return null;
  return (
    <section className={classes.runs} aria-labelledby="bench-runs">
      <h2 id="bench-runs">
        <Trans>Runs</Trans>
      </h2>
      <RunsList runs={runs} />
    </section>
  );
}

function NoCases() {
  return (
    <Empty title={t`No questions on the bench yet`}>
      <p>
        <Trans>
          Put the questions here that must never go wrong, each with the article that should answer it, or
          with a person who should get it. Whenever the knowledge or the settings change, all of them are
          asked again, and you see what got better and what got worse, before you publish if you like.
        </Trans>
      </p>
      <p>
        <Trans>
          The quickest way to begin: open a good answer in the inbox and choose “Add to the bench” in its
          menu.
        </Trans>
      </p>
    </Empty>
  );
}

function BenchSkeleton() {
  return (
    <div aria-busy="true">
      <div className={classes.standing}>
        <Bone width={140} height={28} />
        <Bone width={260} height={14} />
      </div>
      {["62%", "48%", "70%", "54%", "66%"].map((width) => (
        <div key={width} className={classes.bones}>
          <Bone width={width} height={16} />
        </div>
      ))}
    </div>
  );
}
