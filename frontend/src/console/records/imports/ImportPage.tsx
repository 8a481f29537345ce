/** One import: its columns, what its lines would do, and what became of them. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
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
    <Page title={one ? one.name : t`Import`} wide says={one && <span role="status">{standing(one)}</span>}>
      <Link href={IMPORTS} className={records.back}>
        ← <Trans>All imports</Trans>
      </Link>
      {one ? (
        <Loaded one={one} />
      ) : error ? (
        <Failure problem={error} what={t`The import could not be loaded.`} onRetry={() => void refetch()} />
      ) : (
        <SectionSkeleton fields={4} />
      )}
    </Page>
  );
}

function Loaded({ one }: { one: RecordImport }) {
  const { name } = one;
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
          aria-label={t`Progress of ${name}`}
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
  const many = howMany(one, count);
  return (
    <div className={records.foot}>
      <Button disabled={count === 0} loading={apply.isPending} onClick={() => apply.mutate(undefined)}>
        {count === 0 ? t`Nothing to store` : t`Store ${many}`}
      </Button>
      <Button variant="default" onClick={onColumns}>
        <Trans>Choose other columns</Trans>
      </Button>
      <Button
        variant="subtle"
        color="gray"
        loading={dismiss.isPending}
        onClick={() => dismiss.mutate(undefined)}
      >
        <Trans>Dismiss</Trans>
      </Button>
      {one.counts.problem > 0 && (
        <span className={records.hint}>
          <Trans>Lines with a problem are left out; mend them and import again.</Trans>
        </span>
      )}
    </div>
  );
}

function TakeBack({ one }: { one: RecordImport }) {
  const [asking, setAsking] = useState(false);
  const undo = useUndo(one.id);
  const { name } = one;
  const added = howMany(one, one.counts.create);
  const { update: changed } = one.counts;
  return (
    <div className={records.foot}>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>Take it back</Trans>
      </Button>
      <span className={records.hint}>
        <Trans>Possible for a week.</Trans>
      </span>
      <Confirm
        opened={asking}
        title={t`Take back ${name}?`}
        does={t`Take it back`}
        busy={undo.isPending}
        problem={undo.error}
        onClose={() => setAsking(false)}
        onConfirm={() => undo.mutate(undefined, { onSuccess: () => setAsking(false) })}
      >
        <p>
          <Trans>
            Added by it and removed now: {added}. Changed by it and put back as they were: {changed}. What
            somebody changed since stays as it is.
          </Trans>
        </p>
      </Confirm>
    </div>
  );
}
