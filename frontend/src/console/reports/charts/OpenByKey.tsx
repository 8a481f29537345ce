/** Knows which point of a chart is pointed at, by mouse or arrow keys, so that Enter opens what a press would. */

import { type RefObject, useEffect } from "react";
import { useActiveTooltipDataPoints, useIsTooltipActive } from "recharts";
import type { Plotted } from "./plotting";

export function OpenByKey({ pointed }: { pointed: RefObject<number | null> }) {
  const active = useIsTooltipActive();
  const points = useActiveTooltipDataPoints<Plotted>();
  const place = active ? (points?.[0]?.place ?? null) : null;
  useEffect(() => {
    pointed.current = place;
  }, [pointed, place]);
  return null;
}
