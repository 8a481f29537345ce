/** One assessment: the thread with the scorecard beside it, and what comes of it. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useEffect } from "react";
import { Link, useLocation } from "wouter";
import { type Assessment, takeAssessment } from "../../api/assessments";
import { isMissing } from "../../api/problems";
import { BackIcon } from "../../shell/icons";
import { useMay } from "../../shell/useMay";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { MINE, QUEUE } from "../addresses";
import { useAssessment, useChange } from "../useAssessments";
import classes from "./Assess.module.css";
import { Sheet } from "./Sheet";

export function AssessPage({ id }: { id: string }) {
  const { data, error, refetch } = useAssessment(id);
  const [path] = useLocation();
  const back = path.startsWith(MINE) ? { href: MINE, name: t`My work` } : { href: QUEUE, name: t`To assess` };
  return (
    <>
      <Link href={back.href} className={classes.back}>
        <BackIcon size={18} />
        {back.name}
      </Link>
      {data ? (
        <Taken key={data.id} one={data} />
      ) : isMissing(error) ? (
        <Empty title={t`This assessment is not here`}>
          <p>
            <Trans>Its conversation was removed, or it is about your own work and not done yet.</Trans>
          </p>
        </Empty>
      ) : error ? (
        <Failure
          problem={error}
          what={t`The assessment could not be loaded.`}
          onRetry={() => void refetch()}
        />
      ) : (
        <div aria-busy="true" role="status" aria-label={t`Loading`} className={classes.both}>
          <Bone width="100%" height={360} />
          <Bone width="100%" height={360} />
        </div>
      )}
    </>
  );
}

/** Whoever opens one that waits is at it from then on. */
function Taken({ one }: { one: Assessment }) {
  const reviews = useMay("quality.review");
  const take = useChange(one.id, () => takeAssessment(one.id));
  const takes = reviews && one.state === "open" && one.may.assess;
  const { mutate } = take;
  useEffect(() => {
    if (takes) mutate(undefined);
  }, [takes, mutate]);
  if (take.error) {
    return (
      <Failure
        problem={take.error}
        what={t`You cannot assess this one now.`}
        onRetry={() => take.mutate(undefined)}
      />
    );
  }
  return <Sheet one={one} />;
}
