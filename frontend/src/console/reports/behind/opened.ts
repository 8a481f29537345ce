/** Which number is opened, kept in the address: going to a conversation and back leads to the list again. */

import { useSearchParams } from "wouter";
import { FILTERS, type FilterName, type Period, type Which } from "../../api/reports";

export interface Opened {
  metric: string;
  which: Which;
  /** The row of a breakdown. */
  cell?: { by: FilterName; key: string };
  /** The point of a line, where it is not the whole period. */
  period?: Period;
}

const WHICH: readonly string[] = ["counted", "hit", "missed_hit"];

export function readOpened(query: URLSearchParams): Opened | null {
  const [metric, which = "counted", from, to] = (query.get("behind") ?? "").split("~");
  if (!metric || !WHICH.includes(which)) return null;
  const [dimension, ...key] = (query.get("cell") ?? "").split(":");
  const by = FILTERS.find((name) => name === dimension);
  return {
    metric,
    which: which as Which,
    ...(by && { cell: { by, key: key.join(":") } }),
    ...(from && to && { period: { from, to } }),
  };
}

export function writeOpened(query: URLSearchParams, opened: Opened | null): URLSearchParams {
  const next = new URLSearchParams(query);
  next.delete("behind");
  next.delete("cell");
  if (!opened) return next;
  const { metric, which, cell, period } = opened;
  next.set("behind", [metric, which, ...(period ? [period.from, period.to] : [])].join("~"));
  if (cell) next.set("cell", `${cell.by}:${cell.key}`);
  return next;
}

export function useOpened() {
  const [query, setQuery] = useSearchParams();
  return {
    opened: readOpened(query),
    open: (opened: Opened) => setQuery((before) => writeOpened(before, opened)),
    close: () => setQuery((before) => writeOpened(before, null), { replace: true }),
  };
}
