/** The last replays, the newest first. */

import { Link } from "wouter";
import type { ReplayHead } from "../../api/replays";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { replayPath } from "../addresses";
import classes from "./Replay.module.css";
import { useReplays } from "./useReplays";
import { count, isUnderWay, standing, timeOf } from "./words";

export function ReplayList() {
  const { data, error, refetch } = useReplays();
  if (!data) {
    return error ? (
      <Failure problem={error} what="The replays could not be loaded." onRetry={() => void refetch()} />
    ) : (
      <div role="status" aria-busy="true" aria-label="Loading the replays">
        <Bone width="60%" height={18} />
      </div>
    );
  }
  if (data.data.length === 0) return null;
  return (
    <section aria-labelledby="replays" className={classes.replays}>
      <h2 id="replays">Replays so far</h2>
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
  const told = replay.state === "done" ? `${count(replay.total)} decisions` : standing(replay);
  return (
    <Link href={replayPath(replay.id)} className={classes.replay}>
      <span>
        <b>{timeOf(replay)}</b>
        <span className={classes.quiet}> against version {replay.against_version}</span>
      </span>
      <span className={classes.quiet} data-live={isUnderWay(replay) || undefined}>
        {told} · {replay.requested_by}, <Ago at={replay.created_at} past />
      </span>
    </Link>
  );
}
