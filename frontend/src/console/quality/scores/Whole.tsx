/** The score of all, with its interval, who failed outright, and how it went week by week. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Narrow, Scores } from "../../api/assessments";
import type { Period } from "../../api/reports";
import { Over } from "../../reports/charts/Over";
import { todayIn } from "../../reports/query/period";
import { Count } from "../../rules/quality/Count";
import { IntervalBar } from "../../rules/quality/IntervalBar";
import { intervalInWords, percent } from "../../rules/quality/words";
import classes from "../Quality.module.css";
import { points, rangeInWords } from "../words";

interface WholeProps {
  scores: Scores;
  onOpen: (title: string, more: Partial<Narrow>) => void;
}

const A_DAY = 86_400_000;

/** The six days after a Monday. */
const weekOf = (begins: string): Period => ({
  from: begins,
  to: new Date(Date.parse(begins) + 6 * A_DAY).toISOString().slice(0, 10),
});

/** Every week from the first to the last, also those in which nothing was assessed. */
export function weeksOf(
  weeks: Scores["weeks"],
): { bucket: Period; score: Scores["weeks"][number]["score"] }[] {
  const [first, last] = [weeks[0], weeks[weeks.length - 1]];
  if (!first || !last) return [];
  const count = Math.round((Date.parse(last.begins) - Date.parse(first.begins)) / (7 * A_DAY)) + 1;
  const known = new Map(weeks.map((week) => [week.begins, week.score]));
  return Array.from({ length: count }, (_, at) => {
    const begins = new Date(Date.parse(first.begins) + at * 7 * A_DAY).toISOString().slice(0, 10);
    return { bucket: weekOf(begins), score: known.get(begins) ?? null };
  });
}

export function Whole({ scores, onOpen }: WholeProps) {
  const { score, failed, of } = scores.all;
  const weeks = weeksOf(scores.weeks);
  const all = <Count count={of} onOpen={() => onOpen(t`All that was assessed`, {})} />;
  const failures = failed && (
    <Count
      count={Math.round(failed.value * failed.of)}
      onOpen={() => onOpen(t`Failed at a critical question`, { failed: true })}
    />
  );
  return (
    <section className={classes.score} aria-label={t`Score`}>
      <div className={classes.figure}>
        <h2>
          <Trans>Score</Trans>
        </h2>
        {score && (
          <>
            <p className={classes.big}>
              {points(score.value)}
              <small title={t`In 95 of 100 such samples the true mean lies within`}>
                {rangeInWords(score)}
              </small>
            </p>
            {score.low !== null && score.high !== null && (
              <IntervalBar
                estimate={{
                  value: score.value / 100,
                  low: score.low / 100,
                  high: score.high / 100,
                  of: score.of,
                }}
              />
            )}
          </>
        )}
        <p className={classes.means}>
          <Trans>of 100, {all} assessed</Trans>
        </p>
        {failed && (
          <p className={classes.means}>
            <Trans>{failures} failed at a critical question</Trans>
            {failed.value > 0 && (
              <>
                : {percent(failed.value)} ({intervalInWords(failed)})
              </>
            )}
          </p>
        )}
        <details className={classes.definition}>
          <summary>
            <Trans>How it is worked out</Trans>
          </summary>
          <p>
            <Trans>
              Of each assessment the weighted share of what could be had; 0 where a critical question failed.
              The interval is Student’s. What was drawn by chance counts by the inverse of its odds (Hájek).
              Blind second assessments measure agreement and do not count here. The week is the one in which
              the conversation took place.
            </Trans>
          </p>
        </details>
      </div>
      <div className={classes.course}>
        {weeks.length > 1 ? (
          <Over
            name={t`Score week by week`}
            buckets={weeks.map(({ bucket }) => bucket)}
            lines={[
              {
                key: "score",
                name: t`Score`,
                colour: "var(--accent-text)",
                points: weeks.map((week) => week.score),
              },
            ]}
            marks={[]}
            grain="week"
            today={todayIn("UTC", Date.now())}
            zone="UTC"
            bounds={{ least: 0, most: 100 }}
            format={points}
            height={220}
            onOpen={(bucket) => onOpen(t`One week`, { week: bucket.from })}
          />
        ) : (
          <p className={classes.means}>
            <Trans>With a second week there is a line to draw.</Trans>
          </p>
        )}
      </div>
    </section>
  );
}
