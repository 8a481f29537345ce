/** What customers ask and the knowledge does not answer: what hurts most first, each opened on a page of its own. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { Link, Route, Switch } from "wouter";
import type { GapRow, GapState } from "../../api/learning";
import { useMay } from "../../shell/useMay";
import { Ago } from "../../ui/Ago";
import { Bone } from "../../ui/Bone";
import { Empty } from "../../ui/Empty";
import { Failure } from "../../ui/Failure";
import { GAPS, gapPath } from "../addresses";
import { GapPage } from "./GapPage";
import classes from "./Gaps.module.css";
import { useGaps, useLook } from "./useGaps";
import { questionsInWords, shareOf, sinceInWords } from "./words";

export function GapsPart() {
  return (
    <Switch>
      <Route path={`${GAPS}/:id`}>{({ id }) => <GapPage key={id} id={id} />}</Route>
      <Route>
        <GapsList />
      </Route>
    </Switch>
  );
}

const NAMES: Record<GapState, string> = {
  open: t({ message: "Open", context: "state of a gap" }),
  published: t`Answered`,
  dismissed: t({ message: "Dismissed", context: "state of a gap" }),
};
const STATES = Object.keys(NAMES) as GapState[];

function GapsList() {
  const [state, setState] = useState<GapState>("open");
  const list = useGaps(state);
  const counts = list.data?.pages.at(-1)?.counts;
  return (
    <>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t`Which gaps`}
          value={state}
          data={STATES.map((value) => ({
            value,
            label: counts ? `${NAMES[value]} ${counts[value] ?? 0}` : NAMES[value],
          }))}
          onChange={(value) => setState(value as GapState)}
        />
        <LookNow />
      </div>
      <Found state={state} list={list} />
    </>
  );
}

function LookNow() {
  const mayWrite = useMay("knowledge.write");
  const look = useLook();
  if (!mayWrite) return null;
  return (
    <Button variant="default" size="xs" loading={look.isPending} onClick={() => look.mutate()}>
      <Trans>Look for gaps now</Trans>
    </Button>
  );
}

function Found({ state, list }: { state: GapState; list: ReturnType<typeof useGaps> }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = list;
  const rows = data?.pages.flatMap((page) => page.data);
  if (error && !rows) {
    return <Failure problem={error} what={t`The gaps could not be loaded.`} onRetry={() => void refetch()} />;
  }
  if (!rows) return <GapsSkeleton />;
  if (rows.length === 0) return <Nothing state={state} />;
  const worst = Math.max(...rows.map(({ harm }) => harm));
  return (
    <>
      <ul className={classes.list}>
        {rows.map((gap) => (
          <Row key={gap.id} gap={gap} worst={worst} />
        ))}
      </ul>
      {hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="md"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
    </>
  );
}

function Row({ gap, worst }: { gap: GapRow; worst: number }) {
  const { harm } = gap;
  const drafted = gap.state === "open" && gap.proposal?.state === "open" && gap.proposal.body !== "";
  return (
    <li className={classes.row}>
      <div>
        <Link href={gapPath(gap.id)} className={classes.title}>
          {gap.title}
        </Link>
        {drafted && (
          <span className={classes.mark}>
            <Trans>Draft ready</Trans>
          </span>
        )}
        <p className={classes.small}>{questionsInWords(gap)}</p>
        {gap.published_at && (
          <p className={classes.small}>
            <Trans>
              Answered <Ago at={gap.published_at} />.
            </Trans>{" "}
            {gap.since && sinceInWords(gap.since)}
          </p>
        )}
      </div>
      <span className={classes.harm} title={t`How often it was asked, and how much each time hurt`}>
        <span className="sr">
          <Trans>Harm {harm}</Trans>
        </span>
        <span aria-hidden="true" style={{ width: `${100 * shareOf(harm, worst)}%` }} />
      </span>
    </li>
  );
}

function Nothing({ state }: { state: GapState }) {
  if (state === "published") {
    return (
      <Empty title={t`No gap was closed yet`}>
        <p>
          <Trans>
            When you publish an answer for a gap, this is where you see what it did: asked again, and
            answered.
          </Trans>
        </p>
      </Empty>
    );
  }
  if (state === "dismissed") {
    return (
      <Empty title={t`Nothing was dismissed`}>
        <p>
          <Trans>Questions that are not for the assistant can be dismissed; they stay here.</Trans>
        </p>
      </Empty>
    );
  }
  return (
    <Empty title={t`No gaps`}>
      <p>
        <Trans>
          Whenever the assistant does not know, or answers badly, the question is kept and put together with
          others like it. What is asked most and hurts most stands here first, with a draft made from what
          your agents replied.
        </Trans>
      </p>
    </Empty>
  );
}

function GapsSkeleton() {
  return (
    <div className={classes.list} aria-busy="true">
      {["56%", "68%", "44%", "60%"].map((width) => (
        <div key={width} className={classes.row}>
          <div>
            <Bone width={width} height={16} />
            <Bone width="34%" height={12} />
          </div>
          <Bone width={80} height={6} />
        </div>
      ))}
    </div>
  );
}
