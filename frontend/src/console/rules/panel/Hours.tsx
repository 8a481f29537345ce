/** How many handovers come at which hour of the day, under the rules in force and under the draft. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { Counted } from "../../api/rules";
import { number } from "../../shell/locale";
import { byHourOfDay, type Hour, hourOfDay, mostMore, mostMoreInWords } from "./counting";
import classes from "./Panel.module.css";

const HEIGHT = 56;
const STEP = 12;
const BAR = 9;

export function Hours({ week, drafted }: { week: Counted["by_hour"]; drafted: boolean }) {
  const hours = byHourOfDay(week);
  const most = Math.max(1, ...hours.flatMap(({ before, after }) => [before, after]));
  const risen = mostMoreInWords(mostMore(week));
  const { at, count } = busiest(hours);
  return (
    <section className={classes.block} aria-label={t`Handovers by hour`}>
      <h3>
        <Trans>By hour of the day</Trans>
      </h3>
      <svg
        className={classes.hours}
        viewBox={`0 0 ${24 * STEP} ${HEIGHT}`}
        role="img"
        aria-label={t`Handovers by hour of the day, the busiest ${at} with ${count}`}
      >
        {hours.map((hour) => (
          <Bar key={hour.hour} hour={hour} most={most} drafted={drafted} />
        ))}
      </svg>
      <div className={classes.scale} aria-hidden="true">
        <span>0</span>
        <span>6</span>
        <span>12</span>
        <span>18</span>
        <span>24</span>
      </div>
      {drafted && (
        <p className={classes.quiet}>
          <i data-side="before" />{" "}
          <Trans>
            in force <i data-side="after" /> draft
          </Trans>
          {risen && <> · {risen}</>}
        </p>
      )}
    </section>
  );
}

function Bar({
  hour: { hour, before, after },
  most,
  drafted,
}: {
  hour: Hour;
  most: number;
  drafted: boolean;
}) {
  const high = (count: number) => Math.round((count / most) * (HEIGHT - 2));
  const x = hour * STEP + 1;
  const at = hourOfDay(hour);
  return (
    <g>
      <title>{drafted ? t`${at}: ${before} in force, ${after} in the draft` : `${at}: ${before}`}</title>
      <rect x={x - 1} y={0} width={STEP} height={HEIGHT} fill="transparent" />
      <rect
        className={classes.before}
        x={x}
        y={HEIGHT - high(before)}
        width={BAR}
        height={high(before)}
        rx={1.5}
      />
      {drafted && (
        <rect
          className={classes.after}
          x={x + BAR / 4}
          y={HEIGHT - high(after)}
          width={BAR / 2}
          height={high(after)}
          rx={1.5}
        />
      )}
    </g>
  );
}

function busiest(hours: readonly Hour[]): { at: string; count: string } {
  const top = hours.reduce((best, one) => (one.after > best.after ? one : best), {
    hour: 0,
    before: 0,
    after: 0,
  });
  return { at: hourOfDay(top.hour), count: number(top.after) };
}
