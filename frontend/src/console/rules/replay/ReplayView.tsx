/** One replay: how far it is, and what came of it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { Replay } from "../../api/replays";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { REPLAY } from "../addresses";
import classes from "./Replay.module.css";
import { Result } from "./Result";
import { useCancelReplay, useReplay } from "./useReplays";
import { isUnderWay, standing, timeOf } from "./words";

export function ReplayView({ id }: { id: string }) {
  const { data, error, refetch } = useReplay(id);
  return (
    <>
      <p className={classes.back}>
        <Link href={REPLAY}>
          <Trans>All replays</Trans>
        </Link>
      </p>
      {data ? (
        <Whole replay={data} />
      ) : error ? (
        <Failure problem={error} what={t`The replay could not be loaded.`} onRetry={() => void refetch()} />
      ) : (
        <div role="status" aria-busy="true" aria-label={t`Loading the replay`}>
          <Bone width="50%" height={24} />
          <Bone width="80%" height={18} />
        </div>
      )}
    </>
  );
}

function Whole({ replay }: { replay: Replay }) {
  const { against_version: against } = replay;
  return (
    <>
      <header className={classes.head}>
        <h2>{timeOf(replay)}</h2>
        <p className={classes.quiet}>
          <Trans>The draft as it was, against version {against}</Trans> · {replay.requested_by},{" "}
          <Ago at={replay.created_at} past />
        </p>
      </header>
      {isUnderWay(replay) ? (
        <UnderWay replay={replay} />
      ) : replay.result ? (
        <Result id={replay.id} result={replay.result} />
      ) : (
        <p className={classes.wrong} role="status">
          {standing(replay)}
        </p>
      )}
    </>
  );
}

function UnderWay({ replay }: { replay: Replay }) {
  const mayRun = useMay("rules.write");
  const cancel = useCancelReplay();
  return (
    <div className={classes.progress} role="status">
      <span>{standing(replay)}</span>
      <progress max={Math.max(1, replay.total)} value={replay.done} aria-label={t`Decisions looked at`} />
      {mayRun && (
        <Button
          variant="default"
          size="xs"
          loading={cancel.isPending}
          onClick={() => cancel.mutate(replay.id)}
        >
          <Trans>Cancel</Trans>
        </Button>
      )}
    </div>
  );
}
