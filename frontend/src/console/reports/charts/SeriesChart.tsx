/** Figures over time by the chart library: lines with their intervals as bands, and marks where something changed. */

import { Trans } from "@lingui/react/macro";
import { CompositeChart, type CompositeChartSeries } from "@mantine/charts";
import "@mantine/charts/styles.layer.css";
import { useMediaQuery } from "@mantine/hooks";
import type { Grain, Mark, Period } from "../../api/reports";
import { bucketInWords, dayInWords } from "../query/period";
import classes from "./Charts.module.css";
import { ChartTip } from "./ChartTip";
import { Frame } from "./Frame";
import { OpenByKey } from "./OpenByKey";
import {
  atDay,
  type Bounds,
  bandOf,
  flagsOf,
  inOrder,
  type Line,
  plotted,
  sideOf,
  ticksOf,
} from "./plotting";

export interface SeriesChartProps {
  /** What is drawn, for those who cannot see it. */
  name: string;
  buckets: readonly Period[];
  lines: readonly Line[];
  marks: readonly Mark[];
  grain: Grain;
  today: string;
  zone: string;
  /** What no value can leave: a share is from 0 to 1. */
  bounds?: Bounds;
  format: (value: number) => string;
  /** Opens a part of the period. */
  onOpen?: (bucket: Period) => void;
  height?: number;
}

export default function SeriesChart(props: SeriesChartProps) {
  const {
    name,
    buckets,
    lines,
    marks,
    grain,
    today,
    zone,
    bounds = {},
    format,
    onOpen,
    height = 280,
  } = props;
  const narrow = useMediaQuery("(max-width: 760px)", undefined, { getInitialValueInEffect: false });
  const side = sideOf(lines, bounds);
  const rows = plotted(buckets, lines, side ?? []);
  const [first, last] = [rows[0], buckets[buckets.length - 1]];
  if (!first || !last || !side)
    return (
      <p className={classes.none}>
        <Trans>Nothing to draw in these days.</Trans>
      </p>
    );
  const ends: [number, number] = [first.at, Math.max(atDay(last.from), atDay(last.to))];
  return (
    <Frame name={name} buckets={buckets} onOpen={onOpen}>
      {(pointed) => (
        <CompositeChart
          h={height}
          data={rows}
          dataKey="at"
          series={seriesOf(lines)}
          curveType="linear"
          withDots={buckets.length <= 40}
          connectNulls={false}
          strokeDasharray="0"
          gridColor="var(--line)"
          textColor="var(--ink-3)"
          tickLine="none"
          valueFormatter={format}
          xAxisProps={{
            type: "number",
            domain: ends,
            ticks: ticksOf(rows, narrow ? 4 : 8),
            tickFormatter: (at: number) => dayInWords(new Date(at).toISOString().slice(0, 10), today),
            padding: { left: 12, right: 12 },
          }}
          yAxisProps={{
            domain: [side[0] ?? 0, side[side.length - 1] ?? 1],
            ticks: side,
            interval: 0,
            width: narrow ? 52 : 72,
          }}
          lineProps={({ name: key }) => ({
            strokeWidth: 2,
            ...(isBefore(lines, key) && { strokeDasharray: "4 4", strokeOpacity: 0.7, dot: false }),
          })}
          areaProps={{
            fillOpacity: 0.13,
            strokeOpacity: 0,
            dot: false,
            activeDot: false,
            legendType: "none",
          }}
          dotProps={{ r: 2.5 }}
          activeDotProps={{ r: 4 }}
          referenceLines={flagsOf(inOrder(marks), zone, ends).map((flag) => ({
            x: flag.at,
            color: "var(--ink-3)",
            strokeDasharray: "2 3",
            label: { value: flag.label, position: "top", fontSize: 11, fill: "var(--ink-2)" },
          }))}
          tooltipProps={{
            content: ({ active, payload }) => {
              const row = active ? (payload[0]?.payload as { place: number } | undefined) : undefined;
              const bucket = row && buckets[row.place];
              if (!bucket || !row) return null;
              const title = bucketInWords(bucket, grain, today);
              return (
                <ChartTip title={title} lines={lines} place={row.place} format={format} opens={!!onOpen} />
              );
            },
          }}
          composedChartProps={{
            margin: { top: 20, right: 4, bottom: 4, left: 0 },
            title: name,
          }}
        >
          <OpenByKey pointed={pointed} />
        </CompositeChart>
      )}
    </Frame>
  );
}

const isBefore = (lines: readonly Line[], key: string): boolean =>
  lines.some((line) => line.key === key && line.before);

/** The bands first, so that every line lies upon them. */
function seriesOf(lines: readonly Line[]): CompositeChartSeries[] {
  const bands = lines.filter((line) => !line.before);
  return [
    ...bands.map(({ key, colour }) => ({ name: bandOf(key), color: colour, type: "area" as const })),
    ...lines.map(({ key, name, colour }) => ({
      name: key,
      label: name,
      color: colour,
      type: "line" as const,
    })),
  ];
}
