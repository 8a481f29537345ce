/** One measure of all handovers: the share, its interval, how it changed, and what it means. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Behind, Kind, Measure, Quality } from "../../api/quality";
import { Count } from "./Count";
import { IntervalBar } from "./IntervalBar";
import classes from "./Quality.module.css";
import { Sparkline } from "./Sparkline";
import { changeInWords, intervalInWords, MEASURES, missedInWords, percent } from "./words";

interface BigFigureProps {
  measure: Measure;
  quality: Quality;
  onBehind: (asked: Omit<Behind, "days">) => void;
}

/** What each share is made of, each a number that opens its conversations. */
const PARTS: Record<Measure, Kind[]> = {
  precision: ["labelled", "needless"],
  in_time: ["right", "too_late"],
  recall: ["reviewed", "missed"],
};

export function BigFigure({ measure, quality, onBehind }: BigFigureProps) {
  const { name, says, definition, teaches } = MEASURES[measure];
  const { all } = quality;
  const estimate = all[measure];
  const change = changeInWords(estimate, all.before[measure], quality.days);
  return (
    <section className={classes.figure} aria-label={name}>
      <h2>{name}</h2>
      {estimate ? (
        <>
          <p className={classes.big}>
            {percent(estimate.value)}
            <small title={t`In 95 of 100 such samples the true share lies within`}>
              {intervalInWords(estimate)}
            </small>
          </p>
          <IntervalBar estimate={estimate} />
          <p className={classes.says}>
            {says}
            {change && <>, {change}</>}
          </p>
          <Sparkline
            series={all.series.map((part) => part[measure])}
            changes={quality.by === "week" ? changesIn(quality) : []}
          />
        </>
      ) : (
        <p className={classes.teaches}>{teaches}</p>
      )}
      <ul className={classes.parts}>
        {PARTS[measure].map((kind) => (
          <li key={kind}>
            <Count count={countOf(quality, kind)} kind={kind} onOpen={() => onBehind({ kind })} />
          </li>
        ))}
        {measure === "recall" && <li>{missedInWords(all.missed_in_all)}</li>}
      </ul>
      <details className={classes.definition}>
        <summary>
          <Trans>How it is worked out</Trans>
        </summary>
        <p>{definition}</p>
      </details>
    </section>
  );
}

function countOf({ all, reviews }: Quality, kind: Kind): number {
  switch (kind) {
    case "reviewed":
      return reviews.judged + reviews.cannot_tell;
    case "cannot_tell":
      return reviews.cannot_tell;
    case "unlabelled":
      return all.handovers - all.labelled;
    default:
      return all[kind];
  }
}

/** The weeks in which a version of the rules was published. */
function changesIn({ versions, all }: Quality): number[] {
  return versions.flatMap(({ published_at }) => {
    const at = all.series.findLastIndex(({ key }) => `${key}T00:00:00` <= published_at.slice(0, 19));
    return at < 0 ? [] : [at];
  });
}
