/** How sure the assistant has to be: the curve, and what another threshold would have done to the last month. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { fetchThreshold, type Modes, type Threshold } from "../../../api/modes";
import { useMay } from "../../../shell/useMay";
import { Bone } from "../../../ui/Bone";
import { Failure } from "../../../ui/Failure";
import { Section } from "../../../ui/Section";
import { thresholdKey, useChangeModes } from "../useModes";
import { Curve } from "./Curve";
import { MovedList } from "./MovedList";
import { inPercent, inWords } from "./shares";
import classes from "./Threshold.module.css";

const SETTLES = 250;

export function ThresholdSection({ modes }: { modes: Modes }) {
  const [tried, setTried] = useState<number | null>(null);
  const [asked] = useDebouncedValue(tried, SETTLES);
  const { data, error, refetch } = useQuery({
    queryKey: [...thresholdKey, asked],
    queryFn: ({ signal }) => fetchThreshold(asked, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Section
      title={t`How sure it has to be`}
      says={t`The assistant answers only from this confidence on. Lower, and it answers more and errs more; higher, and more goes to people.`}
    >
      {data ? (
        <Chosen found={data} modes={modes} tried={tried} onTry={setTried} />
      ) : error ? (
        <Failure
          problem={error}
          what={t`The confidence of the last month could not be read.`}
          onRetry={() => void refetch()}
        />
      ) : (
        <Bone width="100%" height={260} />
      )}
    </Section>
  );
}

interface ChosenProps {
  found: Threshold;
  modes: Modes;
  tried: number | null;
  onTry: (threshold: number | null) => void;
}

function Chosen({ found, modes, tried, onTry }: ChosenProps) {
  const mayManage = useMay("settings.manage");
  const { save, busy } = useChangeModes(modes);
  const at = tried ?? found.used;
  const [share, used, drawn] = [inPercent(at), inPercent(found.used), inPercent(found.drawn)];
  const moved = tried !== null && Math.abs(tried - found.used) > 0.001;
  const choose = (threshold: number | null, says: string) => {
    save({ threshold }, says);
    onTry(null);
  };
  return (
    <div className={classes.threshold}>
      {found.questions > 0 ? (
        <Curve points={found.curve} used={found.used} at={at} />
      ) : (
        <p className={classes.quiet}>
          <Trans>
            Nobody has asked the assistant anything in the last 30 days. The curve appears with the first
            questions.
          </Trans>
        </p>
      )}
      <label className={classes.slider}>
        <span>
          <Trans>
            Answer from <output>{share}</output>
          </Trans>
          {!moved && <em> {found.chosen === null ? t`drawn from your knowledge` : t`chosen by you`}</em>}
        </span>
        <input
          type="range"
          min={0}
          max={100}
          step={1}
          value={Math.round(at * 100)}
          disabled={!mayManage}
          aria-valuetext={t`${share} confidence`}
          onChange={(event) => onTry(Number(event.currentTarget.value) / 100)}
        />
      </label>
      <p role="status" className={classes.says}>
        {inWords(found)}
      </p>
      {mayManage && (
        <div className={classes.acts}>
          <Button
            size="xs"
            disabled={!moved}
            loading={busy}
            onClick={() => choose(at, t`The assistant answers from ${share} on`)}
          >
            <Trans>Answer from {share}</Trans>
          </Button>
          {moved && (
            <Button size="xs" variant="default" onClick={() => onTry(null)}>
              <Trans>Leave it at {used}</Trans>
            </Button>
          )}
          {found.chosen !== null && (
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              onClick={() => choose(null, t`Drawn from your knowledge again: ${drawn}`)}
            >
              <Trans>Draw it from the knowledge ({drawn})</Trans>
            </Button>
          )}
        </div>
      )}
      {(moved || found.at !== found.used) && (
        <div className={classes.lists}>
          <MovedList title={t`Would newly be answered`} moved={found.newly_answered} />
          <MovedList title={t`Would no longer be answered`} moved={found.no_longer_answered} />
        </div>
      )}
    </div>
  );
}
