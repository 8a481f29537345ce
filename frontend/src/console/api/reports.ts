/** The calls about reports: figures with their intervals, series with marks, breakdowns, what stands behind a number. */

import type {
  ChartMarkForm,
  paths,
  ReportFigure,
  ReportMetric,
  ReportPeriod,
  ReportPrices,
} from "../../shared/api";
import { api } from "./typed";

export type {
  ChartMark as Mark,
  ReportDefinitions as Definitions,
  ReportDimension as Dimension,
  ReportEpisode as Behind,
  ReportFigure as Figure,
  ReportFigures as Figures,
  ReportMetric as Metric,
  ReportPart as BreakdownRow,
  ReportPeriod as Period,
  ReportPoint as Point,
  ReportPrices as ReportSettings,
  ReportSeries as Series,
} from "../../shared/api";

type QueryOf<
  P extends "/reports/figures" | "/reports/series" | "/reports/breakdown" | "/reports/conversations",
> = NonNullable<paths[P]["get"]["parameters"]["query"]>;

export type Changed = ReportFigure["changed"];
export type MetricGroup = ReportMetric["group"];
export type Unit = ReportMetric["unit"];
export type Compare = NonNullable<QueryOf<"/reports/figures">["compare"]>;
export type Grain = NonNullable<QueryOf<"/reports/series">["by"]>;
export type Which = NonNullable<QueryOf<"/reports/conversations">["which"]>;

export const FILTERS = [
  "team",
  "agent",
  "topic",
  "channel",
  "language",
  "rules_version",
  "knowledge",
  "part",
  "trigger",
  "weekday",
  "hour",
] as const satisfies readonly QueryOf<"/reports/breakdown">["by"][];
/** The dimensions: whatever reports are broken down by narrows them, too. */
export type FilterName = (typeof FILTERS)[number];
export type ReportFilter = Partial<Record<FilterName, string>>;

/** Of which days, narrowed to what. */
export interface Asked extends ReportPeriod {
  filter: ReportFilter;
}

/** The query that every report shares; the value "none" means those without. */
export function askedQuery({ from, to, filter }: Asked) {
  const narrowed: Partial<Record<FilterName, string[]>> = {};
  for (const name of FILTERS) {
    const value = filter[name];
    // "agent,both": who answered is the one filter that may name several, none of which has a comma in it.
    if (value !== undefined) narrowed[name] = name === "part" ? value.split(",") : [value];
  }
  return { from, to, ...narrowed };
}

export const fetchDefinitions = (signal: AbortSignal) => api.get("/reports/definitions", { signal });

export const fetchFigures = (
  asked: Asked,
  metrics: readonly string[],
  compare: Compare,
  signal: AbortSignal,
) =>
  api.get("/reports/figures", {
    query: { ...askedQuery(asked), metrics: metrics.join(","), compare },
    signal,
  });

export const fetchSeries = (asked: Asked, metrics: readonly string[], by: Grain, signal: AbortSignal) =>
  api.get("/reports/series", { query: { ...askedQuery(asked), metrics: metrics.join(","), by }, signal });

export const fetchBreakdown = (asked: Asked, metrics: readonly string[], by: string, signal: AbortSignal) =>
  api.get("/reports/breakdown", {
    query: { ...askedQuery(asked), metrics: metrics.join(","), by: by as FilterName },
    signal,
  });

export interface AskedBehind extends Asked {
  /** By its key. */
  metric: string;
  which: Which;
}

export const listBehind = (
  { metric, which, ...asked }: AskedBehind,
  cursor: string | null,
  signal: AbortSignal,
) =>
  api.get("/reports/conversations", {
    query: {
      ...askedQuery(asked),
      metric: metric as QueryOf<"/reports/conversations">["metric"],
      which,
      limit: 30,
      ...(cursor && { cursor }),
    },
    signal,
  });

export const addMark = (body: ChartMarkForm) => api.post("/reports/marks", { body });

export const removeMark = (mark_id: string) => api.delete("/reports/marks/{mark_id}", { path: { mark_id } });

export const fetchReportSettings = (signal: AbortSignal) => api.get("/reports/settings", { signal });

export const changeReportSettings = (body: ReportPrices) => api.put("/reports/settings", { body });
