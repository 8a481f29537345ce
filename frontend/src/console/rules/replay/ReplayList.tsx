/** The last replays, the newest first. */

import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import type { ReplayHead } from "../../api/replays";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { replayPath } from "../addresses";
import classes from "./Replay.module.css";
import { useReplays } from "./useReplays";
import { isUnderWay, standing, timeOf } from "./words";

export function ReplayList() {
  const { data, error, refetch } = useReplays();
  if (!data) {
    return error ? (
      <Failure problem={error} what={t`The replays could not be loaded.`} onRetry={() => void refetch()} />
    ) : (
      <div role="status" aria-busy="true" aria-label={t`Loading the replays`}>
        <Bone width="60%" height={18} />
      </div>
    );
  }
  if (data.data.length === 0) return null;
  return (
    <section aria-labelledby="replays" className={classes.replays}>
      <h2 id="replays">
        <Trans>Replays so far</Trans>
      </h2>
      <ul>
        {data.data.map((replay) => (
          <li key={replay.id}>
            <Row replay={replay} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ replay }: { replay: ReplayHead }) {
  const told =
    replay.state === "done"
      ? plural(replay.total, { one: "# decision", other: "# decisions" })
      : standing(replay);
  const { against_version: against } = replay;
  return (
    <Link href={replayPath(replay.id)} className={classes.replay}>
      <span>
        <b>{timeOf(replay)}</b>
        <span className={classes.quiet}>
          {" "}
          <Trans>against version {against}</Trans>
        </span>
      </span>
      <span className={classes.quiet} data-live={isUnderWay(replay) || undefined}>
        {told} · {replay.requested_by}, <Ago at={replay.created_at} past />
      </span>
    </Link>
  );
}
