/** The calls about reports: figures with their intervals, series with marks, breakdowns, what stands behind a number. */

import type { Named, Page } from "../../shared/wire";
import { call } from "./client";

export type MetricGroup = "trust" | "volume";
export type Unit = "share" | "seconds" | "count" | "score" | "money" | "ratio";

export interface Metric {
  key: string;
  name: string;
  group: MetricGroup;
  unit: Unit;
  /** Which way is good; null where neither is. */
  better: "up" | "down" | null;
  /** What it says, in one plain sentence. */
  sentence: string;
  /** How it is worked out. */
  definition: string;
  /** When an episode falls into a period, in sentences. */
  counted_by: string;
}

export interface Dimension {
  key: string;
  name: string;
}

export interface Definitions {
  data: Metric[];
  dimensions: Dimension[];
}

/** A value with its 95% interval; it rests on `of` cases. Null where nothing counts, never 0. */
export interface Point {
  value: number | null;
  low: number | null;
  high: number | null;
  of: number;
}

/** Both days included, in the company's zone: YYYY-MM-DD. */
export interface Period {
  from: string;
  to: string;
}

export type Compare = "previous" | "year" | "none";
export type Grain = "day" | "week" | "month";
export type Changed = "better" | "worse" | "same" | null;

export interface Figure extends Point {
  key: string;
  before: Point | null;
  /** Said only where the intervals say so. */
  changed: Changed;
}

export interface Figures {
  period: Period;
  compared: Period | null;
  measured_until: string | null;
  /** Conversations that changed and are not measured again yet. */
  waiting: number;
  /** Of what is money; an ISO code. */
  currency: string;
  data: Figure[];
}

export interface Mark {
  id: string;
  at: string;
  kind: "rules" | "knowledge" | "assistant" | "note";
  title: string;
  /** Who did it, by name. */
  by: string | null;
  link: string | null;
}

export interface Series {
  buckets: Period[];
  data: { key: string; points: (Point | null)[] }[];
  marks: Mark[];
}

export interface BreakdownRow {
  key: string;
  name: string;
  figures: Record<string, Point>;
}

export type Which = "counted" | "hit" | "missed_hit";

/** One episode behind a number. */
export interface Behind {
  id: string;
  /** Null when the conversation was deleted. */
  conversation_id: string | null;
  number: number;
  customer: Named | null;
  topic: string;
  channel: string;
  began_at: string;
  ended_at: string | null;
  part: "assistant" | "agent" | "both" | "nobody";
  agent: Named | null;
  /** What the episode adds to the figure; for a share 0 or 1. */
  value: number | null;
  /** Why it counts, in words. */
  why: string;
}

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
] as const;
/** The dimensions: whatever reports are broken down by narrows them, too. */
export type FilterName = (typeof FILTERS)[number];
export type ReportFilter = Partial<Record<FilterName, string>>;

/** Of which days, narrowed to what. */
export interface Asked extends Period {
  filter: ReportFilter;
}

/** The query that every report shares; the value "none" means those without. */
export function askedQuery({ from, to, filter }: Asked): URLSearchParams {
  const query = new URLSearchParams({ from, to });
  for (const name of FILTERS) {
    const value = filter[name];
    // "agent,both": who answered is the one filter that may name several, none of which has a comma in it.
    const values = name === "part" ? value?.split(",") : value === undefined ? undefined : [value];
    for (const one of values ?? []) query.append(name, one);
  }
  return query;
}

function withMore(asked: Asked, more: Record<string, string>): URLSearchParams {
  const query = askedQuery(asked);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return query;
}

export const fetchDefinitions = (signal: AbortSignal): Promise<Definitions> =>
  call("reports/definitions", { signal });

export const fetchFigures = (
  asked: Asked,
  metrics: readonly string[],
  compare: Compare,
  signal: AbortSignal,
): Promise<Figures> =>
  call(`reports/figures?${withMore(asked, { metrics: metrics.join(","), compare })}`, { signal });

export const fetchSeries = (
  asked: Asked,
  metrics: readonly string[],
  by: Grain,
  signal: AbortSignal,
): Promise<Series> =>
  call(`reports/series?${withMore(asked, { metrics: metrics.join(","), by })}`, { signal });

export const fetchBreakdown = (
  asked: Asked,
  metrics: readonly string[],
  by: string,
  signal: AbortSignal,
): Promise<{ data: BreakdownRow[] }> =>
  call(`reports/breakdown?${withMore(asked, { metrics: metrics.join(","), by })}`, { signal });

export interface AskedBehind extends Asked {
  metric: string;
  which: Which;
}

export function listBehind(
  { metric, which, ...asked }: AskedBehind,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<Behind>> {
  const query = withMore(asked, { metric, which, limit: "30" });
  if (cursor) query.set("cursor", cursor);
  return call(`reports/conversations?${query}`, { signal });
}

export const addMark = (note: { on: string; title: string }): Promise<Mark> =>
  call("reports/marks", { method: "POST", body: note });

export const removeMark = (id: string): Promise<null> =>
  call(`reports/marks/${encodeURIComponent(id)}`, { method: "DELETE" });

/** What the cost of a resolution is worked out from; null where nobody has set it. */
export interface ReportSettings {
  agent_hour: string | null;
  tokens_per_million: string | null;
  /** An ISO code. */
  currency: string;
}

export const fetchReportSettings = (signal: AbortSignal): Promise<ReportSettings> =>
  call("reports/settings", { signal });

export const changeReportSettings = (settings: ReportSettings): Promise<ReportSettings> =>
  call("reports/settings", { method: "PUT", body: settings });
