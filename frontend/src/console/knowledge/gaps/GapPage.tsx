/** One gap: a draft of its answer at the head, then the questions behind it with what agents replied. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "wouter";
import type { WholeGap } from "../../api/learning";
import { isMissing } from "../../api/problems";
import { BackIcon } from "../../shell/icons";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { articlePath, GAPS } from "../addresses";
import { DraftPanel } from "./DraftPanel";
import classes from "./Gaps.module.css";
import { Questions } from "./Questions";
import { TodayPanel } from "./TodayPanel";
import { useDismissGap, useGap, useReopenGap } from "./useGaps";
import { questionsInWords, sinceInWords } from "./words";

export function GapPage({ id }: { id: string }) {
  const { data: gap, error, refetch } = useGap(id);
  return (
    <>
      <Link href={GAPS} className={classes.back}>
        <BackIcon size={14} />
        <Trans>All gaps</Trans>
      </Link>
      {gap && <Whole gap={gap} />}
      {!gap && error && isMissing(error) && (
        <Empty title={t`This gap is not here any more`}>
          <p>
            <Trans>Its questions were erased with their conversations.</Trans>
          </p>
        </Empty>
      )}
      {!gap && error && !isMissing(error) && (
        <Failure problem={error} what={t`The gap could not be loaded.`} onRetry={() => void refetch()} />
      )}
      {!gap && !error && (
        <div className={classes.whole} aria-busy="true">
          <Bone width="60%" height={24} />
          <Bone width="100%" height={180} />
        </div>
      )}
    </>
  );
}

function Whole({ gap }: { gap: WholeGap }) {
  return (
    <div className={classes.whole}>
      <header className={classes.head}>
        <div>
          <h2>{gap.title}</h2>
          <p className={classes.small}>{questionsInWords(gap)}</p>
        </div>
        <Acts gap={gap} />
      </header>
      {gap.state === "published" && <Answered gap={gap} />}
      {gap.state === "open" && <DraftPanel key={gap.proposal?.id ?? "none"} gap={gap} />}
      <TodayPanel gapId={gap.id} />
      <Questions questions={gap.questions} />
    </div>
  );
}

function Acts({ gap }: { gap: WholeGap }) {
  const mayWrite = useMay("knowledge.write");
  const dismiss = useDismissGap();
  const reopen = useReopenGap();
  if (!mayWrite) return null;
  if (gap.state === "open") {
    return (
      <Button
        variant="default"
        size="xs"
        loading={dismiss.isPending}
        title={t`It is not for the assistant to answer`}
        onClick={() => dismiss.mutate(gap.id)}
      >
        <Trans>Dismiss</Trans>
      </Button>
    );
  }
  return (
    <Button variant="default" size="xs" loading={reopen.isPending} onClick={() => reopen.mutate(gap.id)}>
      {gap.state === "published" ? t`Open again: the answer does not help` : t`Open again`}
    </Button>
  );
}

function AnsweredBy({ gap: { published_at: at, article } }: { gap: WholeGap }) {
  const when = at && <Ago at={at} />;
  if (!article || article.removed) return <Trans>Answered {when}.</Trans>;
  const { title } = article;
  return (
    <Trans>
      Answered {when} by <Link href={articlePath(article.id)}>{title}</Link>.
    </Trans>
  );
}

function Answered({ gap }: { gap: WholeGap }) {
  return (
    <section className={classes.panel} aria-label={t`What the answer did`}>
      <p>
        <AnsweredBy gap={gap} />
      </p>
      {gap.since && <p className={classes.figure}>{sinceInWords(gap.since)}</p>}
    </section>
  );
}
