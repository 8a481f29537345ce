/** How well the rules do: trust first, every number with its interval, and each opens what stands behind it. */

import { plural, t } from "@lingui/core/macro";
import { Button, SegmentedControl } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { Link, Route, Switch } from "wouter";
import type { Behind as Asked, By, Quality } from "../../api/quality";
import { Bone } from "../../ui/Bone";
import { Failure } from "../../ui/Failure";
import { QUALITY } from "../addresses";
import { REVIEW } from "./addresses";
import { Beginning } from "./Beginning";
import { BehindDialog } from "./BehindDialog";
import { BigFigure } from "./BigFigure";
import { OverTime } from "./OverTime";
import classes from "./Quality.module.css";
import { ReviewPage } from "./ReviewPage";
import { TriggersTable } from "./TriggersTable";
import { useQuality } from "./useQuality";
import { MEASURE_NAMES } from "./words";

const RepeatRate = lazy(() => import("./RepeatRate"));

export default function QualityPart() {
  return (
    <Switch>
      <Route path={REVIEW}>
        <ReviewPage />
      </Route>
      <Route path={`${QUALITY}/*?`}>
        <Measured />
      </Route>
    </Switch>
  );
}

const DAYS = [
  { value: "30", label: t`30 days` },
  { value: "90", label: t`90 days` },
  { value: "365", label: t`A year` },
];

function Measured() {
  const [days, setDays] = useState(90);
  const [by, setBy] = useState<By>("week");
  const [behind, setBehind] = useState<Asked | null>(null);
  const { data, error, refetch } = useQuality(days, by);
  return (
    <>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t`How far back`}
          value={String(days)}
          data={DAYS}
          onChange={(value) => setDays(Number(value))}
        />
        <SegmentedControl
          size="xs"
          aria-label={t`In which parts`}
          value={by}
          data={[
            { value: "week", label: t`By week` },
            { value: "version", label: t`By version` },
          ]}
          onChange={(value) => setBy(value as By)}
        />
        <span className={classes.grow} />
        {data && <ReviewButton open={data.reviews.open} />}
      </div>
      {error && !data ? (
        <Failure problem={error} what={t`The figures could not be loaded.`} onRetry={() => void refetch()} />
      ) : data ? (
        <Found quality={data} onBehind={(asked) => setBehind({ days: data.days, ...asked })} />
      ) : (
        <QualitySkeleton />
      )}
      <BehindDialog asked={behind} onClose={() => setBehind(null)} />
    </>
  );
}

function ReviewButton({ open }: { open: number }) {
  return (
    <Button component={Link} href={REVIEW} size="xs" variant={open > 0 ? "filled" : "default"}>
      {open > 0
        ? plural(open, { one: "Review # conversation", other: "Review # conversations" })
        : t`Reviews`}
    </Button>
  );
}

function Found({ quality, onBehind }: { quality: Quality; onBehind: (asked: Omit<Asked, "days">) => void }) {
  const { all } = quality;
  if (all.handovers === 0 && quality.reviews.drawn === 0) return <Beginning />;
  return (
    <div className={classes.whole}>
      <div className={classes.figures}>
        {MEASURE_NAMES.map((measure) => (
          <BigFigure key={measure} measure={measure} quality={quality} onBehind={onBehind} />
        ))}
      </div>
      <TriggersTable quality={quality} onBehind={onBehind} />
      <OverTime quality={quality} onBehind={onBehind} />
      <Suspense fallback={null}>
        <RepeatRate days={quality.days} />
      </Suspense>
    </div>
  );
}

function QualitySkeleton() {
  return (
    <div className={classes.figures} aria-busy="true" role="status" aria-label={t`Loading`}>
      {MEASURE_NAMES.map((measure) => (
        <div key={measure} className={classes.figure}>
          <Bone width={140} height={16} />
          <Bone width={90} height={34} />
          <Bone width="100%" height={44} />
          <Bone width="80%" height={14} />
        </div>
      ))}
    </div>
  );
}
