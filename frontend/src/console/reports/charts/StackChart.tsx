/** Counts over time, one upon the other, by the chart library: what adds up to a whole. */

import { Trans } from "@lingui/react/macro";
import { BarChart } from "@mantine/charts";
import "@mantine/charts/styles.layer.css";
import { useMediaQuery } from "@mantine/hooks";
import { bucketInWords, dayInWords } from "../query/period";
import classes from "./Charts.module.css";
import { ChartTip } from "./ChartTip";
import { Frame } from "./Frame";
import { OpenByKey } from "./OpenByKey";
import { plotted, ticksOf } from "./plotting";
import type { SeriesChartProps } from "./SeriesChart";

export default function StackChart(props: SeriesChartProps) {
  const { name, buckets, lines, grain, today, format, onOpen, height = 240 } = props;
  const narrow = useMediaQuery("(max-width: 760px)", undefined, { getInitialValueInEffect: false });
  const rows = plotted(buckets, lines);
  if (rows.length === 0)
    return (
      <p className={classes.none}>
        <Trans>Nothing to draw in these days.</Trans>
      </p>
    );
  return (
    <Frame name={name} buckets={buckets} onOpen={onOpen}>
      {(pointed) => (
        <BarChart
          h={height}
          data={rows}
          dataKey="at"
          type="stacked"
          series={lines.map(({ key, name: label, colour }) => ({ name: key, label, color: colour }))}
          strokeDasharray="0"
          gridColor="var(--line)"
          textColor="var(--ink-3)"
          cursorFill="var(--surface-hover)"
          tickLine="none"
          valueFormatter={format}
          maxBarWidth={36}
          xAxisProps={{
            ticks: ticksOf(rows, narrow ? 4 : 8),
            interval: 0,
            tickFormatter: (at: number) => dayInWords(new Date(at).toISOString().slice(0, 10), today),
          }}
          yAxisProps={{ width: narrow ? 40 : 52, allowDecimals: false, tickCount: 5 }}
          tooltipProps={{
            content: ({ active, payload }) => {
              const place = active
                ? (payload[0]?.payload as { place: number } | undefined)?.place
                : undefined;
              const bucket = place === undefined ? undefined : buckets[place];
              if (place === undefined || !bucket) return null;
              const title = bucketInWords(bucket, grain, today);
              return <ChartTip title={title} lines={lines} place={place} format={format} opens={!!onOpen} />;
            },
          }}
          barChartProps={{
            margin: { top: 8, right: 4, bottom: 4, left: 0 },
            title: name,
            stackOffset: "sign", // what is taken back stands below the line
          }}
        >
          <OpenByKey pointed={pointed} />
        </BarChart>
      )}
    </Frame>
  );
}
