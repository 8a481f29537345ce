/** The geometry of a sparkline; pure. */

import type { Mark, Period, Point } from "../../api/reports";
import { todayIn } from "../query/period";

interface Size {
  width: number;
  height: number;
}

interface Dot {
  x: number;
  value: number;
  low: number;
  high: number;
}

const EDGE = 3;
/** Intervals may be far wider than the line; they are cut rather than let the line become flat. */
const ROOM = 0.6;

/** Where a share of the way from the first point to the last stands. */
export const acrossAt = (share: number, width: number): number => EDGE + share * (width - 2 * EDGE);

function dotsOf(points: readonly (Point | null)[], width: number): Dot[] {
  const step = points.length < 2 ? 0 : 1 / (points.length - 1);
  return points.flatMap((point, at) => {
    if (!point || point.value === null) return [];
    const { value, low, high } = point;
    return [{ x: acrossAt(at * step, width), value, low: low ?? value, high: high ?? value }];
  });
}

const at = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** Where changes stand among the parts of a period, each place once. */
export function placesOf(marks: readonly Mark[], buckets: readonly Period[], zone: string): number[] {
  const last = buckets.length - 1;
  if (last < 1) return [];
  const places = marks.map((mark) => {
    const day = todayIn(zone, Date.parse(mark.at));
    const after = buckets.findIndex(({ to }) => day <= to);
    return (after < 0 ? last : after) / last;
  });
  return [...new Set(places)];
}

export interface Drawn {
  line: string;
  band: string;
  last: string | null;
}

/** A line through what is known, the band between all ends, and where the newest value stands. */
export function drawn(points: readonly (Point | null)[], { width, height }: Size): Drawn {
  const dots = dotsOf(points, width);
  const newest = dots[dots.length - 1];
  if (!newest) return { line: "", band: "", last: null };
  const values = dots.map((dot) => dot.value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const spread = most - least || Math.abs(most) || 1;
  const [foot, top] = [least - ROOM * spread, most + ROOM * spread];
  const down = (value: number): number => {
    const share = (Math.min(top, Math.max(foot, value)) - foot) / (top - foot);
    return EDGE + (1 - share) * (height - 2 * EDGE);
  };
  const line = dots.map((dot, place) => `${place ? "L" : "M"}${at(dot.x, down(dot.value))}`).join(" ");
  const banded = dots.some((dot) => dot.high > dot.low);
  const ends = [
    ...dots.map((dot) => at(dot.x, down(dot.high))),
    ...dots.map((dot) => at(dot.x, down(dot.low))).reverse(),
  ];
  return { line, band: banded ? `M${ends.join(" L")} Z` : "", last: at(newest.x, down(newest.value)) };
}
