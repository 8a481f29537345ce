/** Which figures stand in the table, by what it is broken down and sorted, all kept in the address; pure. */

import type { BreakdownRow, Dimension, Metric } from "../../api/reports";
import { locale } from "../../shell/locale";

export const USUAL_COLUMNS = [
  "volume",
  "resolution_quality",
  "repeat_contact",
  "csat",
  "effort_score",
  "time_to_person",
];
export const MOST_COLUMNS = 8;

/** Parts with an order of their own. */
const ORDERED: readonly string[] = ["weekday", "hour", "rules_version", "knowledge"];

export interface Sort {
  /** A metric's key, or "name"; empty as the server gives them. */
  key: string;
  up: boolean;
}

export interface Table {
  by: string;
  columns: string[];
  sort: Sort;
}

export function readTable(
  query: URLSearchParams,
  dimensions: readonly Dimension[],
  metrics: readonly Metric[],
): Table {
  const known = new Set(metrics.map(({ key }) => key));
  const asked = query.get("by") ?? "";
  const by = dimensions.some(({ key }) => key === asked) ? asked : "topic";
  const wanted = (query.get("columns") ?? "").split(",").filter((key) => known.has(key));
  const columns = wanted.length > 0 ? wanted : USUAL_COLUMNS.filter((key) => known.has(key));
  const sorted = query.get("sort") ?? "";
  const key = sorted.replace(/^-/, "");
  const usual: Sort = ORDERED.includes(by) ? { key: "", up: true } : { key: columns[0] ?? "", up: false };
  const valid = key === "name" || columns.includes(key);
  return { by, columns, sort: valid ? { key, up: !sorted.startsWith("-") } : usual };
}

export function writeTable(query: URLSearchParams, change: Partial<Table>): URLSearchParams {
  const next = new URLSearchParams(query);
  if (change.by) {
    next.set("by", change.by);
    next.delete("sort");
  }
  if (change.columns) next.set("columns", change.columns.join(","));
  if (change.sort) next.set("sort", `${change.sort.up ? "" : "-"}${change.sort.key}`);
  return next;
}

/** What a press on a column's head does: the largest first, then the smallest; names from A. */
export const sortedBy = (key: string, sort: Sort): Sort =>
  sort.key === key ? { key, up: !sort.up } : { key, up: key === "name" };

/** Rows in the order that was asked for; those without the figure stand last. */
export function inSort(rows: readonly BreakdownRow[], { key, up }: Sort): BreakdownRow[] {
  if (!key) return [...rows];
  const way = up ? 1 : -1;
  if (key === "name")
    return [...rows].sort((one, other) => way * one.name.localeCompare(other.name, locale()));
  const valueIn = (row: BreakdownRow) => row.figures[key]?.value ?? null;
  return [...rows].sort((one, other) => {
    const [a, b] = [valueIn(one), valueIn(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return way * (a - b);
  });
}

/** How far an interval may go beyond the largest value before it is cut: one that is unsure shall not flatten all. */
const BEYOND = 1.5;

/** From where to where a column's bars go: from 0, unless values lie on both sides of it. */
export function scaleOf(rows: readonly BreakdownRow[], key: string, share: boolean): [number, number] {
  if (share) return [0, 1];
  const points = rows.flatMap(({ figures }) => {
    const point = figures[key];
    return point && point.value !== null ? [{ ...point, value: point.value }] : [];
  });
  const far = BEYOND * Math.max(0, ...points.map(({ value }) => Math.abs(value)));
  const ends = points.flatMap(({ value, low, high }) => [low ?? value, high ?? value]);
  const least = Math.max(-far, Math.min(0, ...ends));
  const most = Math.min(far, Math.max(0, ...ends));
  return least === most ? [0, 1] : [least, most];
}
