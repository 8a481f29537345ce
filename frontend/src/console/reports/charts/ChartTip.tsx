/** What stands at the pointer: the days, and of each line the value with its interval. */

import { Trans } from "@lingui/react/macro";
import { number } from "../../shell/locale";
import classes from "./Charts.module.css";
import type { Line } from "./plotting";

interface ChartTipProps {
  title: string;
  lines: readonly Line[];
  place: number;
  format: (value: number) => string;
  opens: boolean;
}

export function ChartTip({ title, lines, place, format, opens }: ChartTipProps) {
  return (
    <div className={classes.tip}>
      <b>{title}</b>
      {lines.map(({ key, name, colour, points, before }) => {
        const point = points[place];
        const value = point?.value ?? null;
        const ranged =
          !before && point && point.low !== null && point.high !== null && point.low !== point.high;
        return (
          <p key={key}>
            <i style={{ background: colour, opacity: before ? 0.5 : 1 }} />
            <span>{name}</span>
            <b>{value === null ? "–" : format(value)}</b>
            {value !== null && ranged && (
              <small>
                <Interval low={format(point.low ?? 0)} high={format(point.high ?? 0)} of={point.of} />
              </small>
            )}
          </p>
        );
      })}
      {opens && (
        <small>
          <Trans>Press, or Enter, to open the conversations</Trans>
        </small>
      )}
    </div>
  );
}

function Interval({ low, high, of }: { low: string; high: string; of: number }) {
  const count = number(of);
  return (
    <Trans>
      {low} to {high}, from {count}
    </Trans>
  );
}
