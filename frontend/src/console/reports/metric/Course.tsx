/** How a figure went: its line with the interval, beside the period before, and what changed on the way. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { Grain, Metric, Unit } from "../../api/reports";
import { Failure } from "../../ui/Failure";
import { useOpened } from "../behind/opened";
import { Over } from "../charts/Over";
import { alongside, type Bounds, type Line } from "../charts/plotting";
import { colourOf, valueInWords } from "../figures/words";
import { comparedWith, grainsOf } from "../query/period";
import type { Report, useChosen } from "../query/useChosen";
import { useCurrency } from "../settings/useSettings";
import { useSeries } from "../useReports";
import { MarkList } from "./MarkList";
import classes from "./Metric.module.css";
import { NoteDialog } from "./NoteDialog";

const GRAINS: Record<Grain, string> = { day: t`Days`, week: t`Weeks`, month: t`Months` };

const BOUNDS: Partial<Record<Unit, Bounds>> = {
  share: { least: 0, most: 1 },
  count: { least: 0 },
  seconds: { least: 0, time: true },
};

interface CourseProps {
  metric: Metric;
  report: Report;
  change: ReturnType<typeof useChosen>["change"];
}

export function Course({ metric, report, change }: CourseProps) {
  const { open } = useOpened();
  const [noting, setNoting] = useState(false);
  const currency = useCurrency();
  const { data, error, refetch } = useSeries(report.asked, [metric.key], report.cut);
  const compared = comparedWith(report.period, report.compare);
  const before = useSeries(compared && { ...report.asked, ...compared }, [metric.key], report.cut);
  if (error && !data) {
    return (
      <Failure problem={error} what={t`The course could not be loaded.`} onRetry={() => void refetch()} />
    );
  }
  const { name } = metric;
  const colour = colourOf(metric.key);
  const lines: Line[] = [{ key: "now", name: metric.name, colour, points: data?.data[0]?.points ?? [] }];
  if (compared && before.data && data) {
    const then = report.compare === "year" ? t`A year before` : t`The days before`;
    const points = alongside(before.data.data[0]?.points ?? [], before.data.buckets, data.buckets);
    if (points.some((one) => one && one.value !== null))
      lines.push({ key: "before", name: then, colour, points, before: true });
  }
  const grains = grainsOf(report.period);
  return (
    <section className={classes.course} aria-label={t`${name} over time`}>
      <Over
        name={t`${name} over time`}
        buckets={data?.buckets ?? []}
        lines={lines}
        marks={data?.marks ?? []}
        grain={report.cut}
        today={report.today}
        zone={report.zone}
        bounds={BOUNDS[metric.unit] ?? {}}
        format={(value) => valueInWords(value, { unit: metric.unit, currency })}
        onOpen={(period) => open({ metric: metric.key, which: "counted", period })}
      >
        {grains.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t`Cut into`}
            value={report.cut}
            data={grains.map((grain) => ({ value: grain, label: GRAINS[grain] }))}
            onChange={(grain) => change({ grain: grain as Grain })}
            data-noprint
          />
        )}
      </Over>
      <MarkList marks={data?.marks ?? []} today={report.today} zone={report.zone} />
      <Button size="xs" variant="default" onClick={() => setNoting(true)} data-noprint>
        <Trans>Add a note</Trans>
      </Button>
      <NoteDialog
        opened={noting}
        today={report.today}
        period={report.period}
        onClose={() => setNoting(false)}
      />
    </section>
  );
}
