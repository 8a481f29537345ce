/** One import: its columns, what its lines would do, and what became of them. */

import { Button, Progress } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import type { RecordImport } from "../../api/recordImports";
import { useMay } from "../../shell/useMay";
import { Confirm } from "../../ui/Confirm";
import { Failure } from "../../ui/Failure";
import { Page } from "../../ui/Page";
import { SectionSkeleton } from "../../ui/PageSkeleton";
import { IMPORTS } from "../addresses";
import records from "../Records.module.css";
import { Columns } from "./Columns";
import classes from "./Imports.module.css";
import { Lines } from "./Lines";
import { isAtWork, useApply, useDismiss, useImport, useUndo } from "./useImports";
import { howMany, standing } from "./words";

export function ImportPage({ id }: { id: string }) {
  const { data: one, error, refetch } = useImport(id);
  return (
    <Page title={one ? one.name : "Import"} wide says={one && <span role="status">{standing(one)}</span>}>
      <Link href={IMPORTS} className={records.back}>
        ← All imports
      </Link>
      {one ? (
        <Loaded one={one} />
      ) : error ? (
        <Failure problem={error} what="The import could not be loaded." onRetry={() => void refetch()} />
      ) : (
        <SectionSkeleton fields={4} />
      )}
    </Page>
  );
}

function Loaded({ one }: { one: RecordImport }) {
  const mayWrite = useMay("records.write");
  const [again, setAgain] = useState(false);
  const choosing = mayWrite && (one.state === "mapping" || (one.state === "review" && again));
  if (choosing) return <Columns one={one} onRead={() => setAgain(false)} />;
  return (
    <div className={classes.whole}>
      {isAtWork(one) && (
        <Progress
          value={one.total ? (one.done / one.total) * 100 : 8}
          animated
          size="sm"
          aria-label={`Progress of ${one.name}`}
        />
      )}
      {one.state === "review" && mayWrite && <Decide one={one} onColumns={() => setAgain(true)} />}
      {one.can_be_undone && mayWrite && <TakeBack one={one} />}
      {one.state !== "mapping" && one.state !== "dismissed" && <Lines key={one.state} one={one} />}
    </div>
  );
}

function Decide({ one, onColumns }: { one: RecordImport; onColumns: () => void }) {
  const apply = useApply(one.id);
  const dismiss = useDismiss(one.id);
  const count = one.counts.create + one.counts.update;
  return (
    <div className={records.foot}>
      <Button disabled={count === 0} loading={apply.isPending} onClick={() => apply.mutate(undefined)}>
        {count === 0 ? "Nothing to store" : `Store ${howMany(one, count)}`}
      </Button>
      <Button variant="default" onClick={onColumns}>
        Choose other columns
      </Button>
      <Button
        variant="subtle"
        color="gray"
        loading={dismiss.isPending}
        onClick={() => dismiss.mutate(undefined)}
      >
        Dismiss
      </Button>
      {one.counts.problem > 0 && (
        <span className={records.hint}>Lines with a problem are left out; mend them and import again.</span>
      )}
    </div>
  );
}

function TakeBack({ one }: { one: RecordImport }) {
  const [asking, setAsking] = useState(false);
  const undo = useUndo(one.id);
  return (
    <div className={records.foot}>
      <Button variant="default" onClick={() => setAsking(true)}>
        Take it back
      </Button>
      <span className={records.hint}>Possible for a week.</span>
      <Confirm
        opened={asking}
        title={`Take back ${one.name}?`}
        does="Take it back"
        busy={undo.isPending}
        problem={undo.error}
        onClose={() => setAsking(false)}
        onConfirm={() => undo.mutate(undefined, { onSuccess: () => setAsking(false) })}
      >
        <p>
          {howMany(one, one.counts.create)} that it added are removed, and {one.counts.update} that it changed
          become what they were. What somebody changed since stays as it is.
        </p>
      </Confirm>
    </div>
  );
}
