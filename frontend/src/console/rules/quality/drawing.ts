/** The geometry of a sparkline; pure. */

import type { Estimate } from "../../api/quality";

export interface Dot {
  x: number;
  y: number;
  low: number;
  high: number;
}

interface Size {
  width: number;
  height: number;
}

const EDGE = 3;

const across = (at: number, count: number, width: number): number =>
  count < 2 ? width / 2 : EDGE + (at / (count - 1)) * (width - 2 * EDGE);

/** Where each known value stands, 0 at the foot and 1 at the top; the unknown ones are left out. */
export function place(series: readonly (Estimate | null)[], { width, height }: Size): Dot[] {
  const down = (share: number): number => EDGE + (1 - share) * (height - 2 * EDGE);
  return series.flatMap((one, at) =>
    one
      ? [
          {
            x: across(at, series.length, width),
            y: down(one.value),
            low: down(one.low),
            high: down(one.high),
          },
        ]
      : [],
  );
}

const point = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

export const line = (dots: readonly Dot[]): string =>
  dots.map(({ x, y }, at) => `${at ? "L" : "M"}${point(x, y)}`).join(" ");

/** The outline between all lower and upper ends. */
export function band(dots: readonly Dot[]): string {
  const upper = dots.map(({ x, high }) => point(x, high));
  const lower = dots.map(({ x, low }) => point(x, low)).reverse();
  return `M${[...upper, ...lower].join(" L")} Z`;
}

/** Lines at the beginning of these parts. */
export const marksAt = (changes: readonly number[], count: number, width: number): number[] =>
  changes.map((at) => across(at, count, width));
