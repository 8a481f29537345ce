/** From a series to what the chart library draws: rows on a line of days, marks, ticks; pure. */

import type { Mark, Period, Point } from "../../api/reports";
import { rangeOf } from "../figures/words";
import { lengthOf, todayIn } from "../query/period";

export interface Line {
  key: string;
  name: string;
  /** A CSS colour: of a hand, or the accent. */
  colour: string;
  points: readonly (Point | null)[];
  /** The same figure in the period that is compared: without its interval. */
  before?: boolean;
}

/** The points of another period that stand for as many days as those here; a week that was cut off is no week. */
export function alongside(
  points: readonly (Point | null)[],
  there: readonly Period[],
  here: readonly Period[],
): (Point | null)[] {
  return here.map((bucket, place) => {
    const other = there[place];
    return other && lengthOf(other) === lengthOf(bucket) ? (points[place] ?? null) : null;
  });
}

export interface Plotted {
  /** Milliseconds of the first day of the part. */
  at: number;
  place: number;
  [key: string]: number | [number, number] | null;
}

export const atDay = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const bandOf = (key: string): string => `${key} range`;

/** A row for each part: of each line the value, and its interval as a pair, cut at the ends of the chart's side. */
export function plotted(
  buckets: readonly Period[],
  lines: readonly Line[],
  side: readonly number[] = [],
): Plotted[] {
  const [foot, top] = [side[0] ?? -Infinity, side[side.length - 1] ?? Infinity];
  const within = (value: number): number => Math.min(top, Math.max(foot, value));
  return buckets.map((bucket, place) => {
    const row: Plotted = { at: atDay(bucket.from), place };
    for (const { key, points, before } of lines) {
      const point = points[place];
      row[key] = point?.value ?? null;
      const range = point && rangeOf(point);
      if (!before) row[bandOf(key)] = range ? [within(range.low), within(range.high)] : null;
    }
    return row;
  });
}

export interface Flag {
  at: number;
  /** Which of the marks below the chart stand here: "2" or "2–4". */
  label: string;
  titles: string[];
}

/** Marks in the order of time, those too near to each other under one flag. */
export function flagsOf(
  marks: readonly Mark[],
  zone: string,
  [first, last]: readonly [number, number],
): Flag[] {
  const near = (last - first) / 40;
  const flags: (Flag & { numbers: number[] })[] = [];
  marks.forEach((mark, place) => {
    const at = Math.min(last, Math.max(first, atDay(todayIn(zone, Date.parse(mark.at)))));
    const before = flags[flags.length - 1];
    if (before && at - before.at <= near) {
      before.numbers.push(place + 1);
      before.titles.push(mark.title);
    } else flags.push({ at, label: "", titles: [mark.title], numbers: [place + 1] });
  });
  return flags.map(({ at, titles, numbers }) => {
    const [from, to] = [numbers[0], numbers[numbers.length - 1]];
    return { at, titles, label: from === to ? `${from}` : `${from}–${to}` };
  });
}

export const inOrder = (marks: readonly Mark[]): Mark[] =>
  [...marks].sort((one, other) => one.at.localeCompare(other.at));

/** About `most` of the parts, evenly, to stand under the chart. */
export function ticksOf(rows: readonly Plotted[], most: number): number[] {
  const step = Math.max(1, Math.ceil(rows.length / most));
  return rows.filter((_, place) => place % step === 0).map((row) => row.at);
}

const OF_TEN = [1, 2, 2.5, 5, 10];
const OF_TIME = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400,
];

function stepOf(rough: number, time: boolean): number {
  const known = time ? OF_TIME.find((step) => step >= rough) : undefined;
  if (known) return known;
  const unit = 10 ** Math.floor(Math.log10(rough));
  return unit * (OF_TEN.find((step) => step * unit >= rough * 0.999) ?? 10);
}

export interface Bounds {
  least?: number;
  most?: number;
  /** Seconds: the steps are those of a clock. */
  time?: boolean;
}

/** From the least to the most that is drawn; an interval that goes far beyond all values does not flatten them. */
function endsOf(lines: readonly Line[]): [number, number] | null {
  const points = lines.flatMap((line) =>
    line.points.flatMap((point) =>
      point && point.value !== null
        ? [{ value: point.value, range: line.before ? null : rangeOf(point) }]
        : [],
    ),
  );
  if (points.length === 0) return null;
  const values = points.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const beyond = Math.max(most - least, Math.abs(most) / 2);
  const lows = points.map(({ value, range }) => Math.max(least - beyond, range?.low ?? value));
  const highs = points.map(({ value, range }) => Math.min(most + beyond, range?.high ?? value));
  return [Math.min(...lows), Math.max(...highs)];
}

/** Round values at the side of the chart, between which all that is drawn lies; null where nothing is. */
export function sideOf(lines: readonly Line[], { least, most, time = false }: Bounds): number[] | null {
  const ends = endsOf(lines);
  if (!ends) return null;
  const [foot, top] = [Math.max(least ?? -Infinity, ends[0]), Math.min(most ?? Infinity, ends[1])];
  const step = stepOf((top - foot || Math.abs(top) || 1) / 4, time);
  const first = Math.floor(foot / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(top / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}
