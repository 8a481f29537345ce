/** The load of each hour of the week, before, after, and the difference; arrow keys go from hour to hour. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { SegmentedControl } from "@mantine/core";
import { type KeyboardEvent, useRef, useState } from "react";
import type { ReplayResult } from "../../api/replays";
import { locale } from "../../shell/locale";
import { Section } from "../../ui/Section";
import { hourOfWeek, signed } from "../panel/counting";
import classes from "./Replay.module.css";
import type { Open } from "./Result";

type Seen = "before" | "after" | "difference";
const SEEN: { value: Seen; label: string }[] = [
  { value: "difference", label: t`Difference` },
  { value: "before", label: t({ message: "In force", context: "of rules" }) },
  { value: "after", label: t`Draft` },
];
const HOURS = 24;
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -HOURS, ArrowDown: HOURS };
const SAYS = t`Handovers by the hour in which they come, on the company's clock, all weeks together.`;

const weekday = (day: number): string =>
  new Intl.DateTimeFormat(locale(), { weekday: "short", timeZone: "UTC" }).format(Date.UTC(2024, 0, 1 + day));

export function Week({ week, open }: { week: ReplayResult["by_hour"]; open: Open }) {
  const [seen, see] = useState<Seen>("difference");
  const [place, setPlace] = useState(0);
  const grid = useRef<HTMLTableElement>(null);
  const values = week.map(({ before, after }) =>
    seen === "difference" ? after - before : seen === "before" ? before : after,
  );
  const most = Math.max(1, ...values.map(Math.abs));

  function move(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(week.length - 1, Math.max(0, place + step));
    setPlace(next);
    grid.current?.querySelector<HTMLButtonElement>(`[data-place="${next}"]`)?.focus();
  }

  return (
    <Section
      title={t`Load of the week`}
      says={SAYS}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t`Which load`}
          data={SEEN}
          value={seen}
          onChange={(value) => see(value as Seen)}
        />
      }
    >
      <table ref={grid} className={classes.week} onKeyDown={move}>
        <caption>
          <Trans>Handovers by weekday and hour. Arrow keys go from hour to hour; Enter opens them.</Trans>
        </caption>
        <thead>
          <tr>
            <td />
            {Array.from({ length: HOURS }, (_, hour) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the hours of a day
              <th key={hour} scope="col">
                {hour % 6 === 0 ? hour : ""}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: 7 }, (_, day) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the days of a week
            <tr key={day}>
              <th scope="row">{weekday(day)}</th>
              {values.slice(day * HOURS, (day + 1) * HOURS).map((value, hour) => {
                const at = day * HOURS + hour;
                const { before, after } = week[at] ?? { before: 0, after: 0 };
                const side = seen === "before" || (seen === "difference" && after === 0) ? "before" : "after";
                const hourAt = hourOfWeek(at);
                const told = t`${hourAt}: ${before} in force, ${after} in the draft`;
                return (
                  <td key={at}>
                    <button
                      type="button"
                      data-place={at}
                      data-sign={value < 0 ? "less" : "more"}
                      style={{ "--load": Math.abs(value) / most } as React.CSSProperties}
                      tabIndex={at === place ? 0 : -1}
                      aria-label={told}
                      title={seen === "difference" ? `${told} (${signed(after - before)})` : told}
                      onFocus={() => setPlace(at)}
                      onClick={() => (before || after) && open({ hour: at, side })}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
