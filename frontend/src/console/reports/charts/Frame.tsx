/** What every chart is in: a name for those who cannot see it, and Enter that opens the point at the pointer. */

import { t } from "@lingui/core/macro";
import { type ReactNode, type RefObject, useRef } from "react";
import type { Period } from "../../api/reports";
import classes from "./Charts.module.css";

interface FrameProps {
  name: string;
  buckets: readonly Period[];
  onOpen: ((bucket: Period) => void) | undefined;
  children: (pointed: RefObject<number | null>) => ReactNode;
}

export function Frame({ name, buckets, onOpen, children }: FrameProps) {
  const pointed = useRef<number | null>(null);
  const open = (place: number | null) => {
    const bucket = place === null ? undefined : buckets[place];
    if (bucket) onOpen?.(bucket);
  };
  return (
    <figure
      className={classes.chart}
      data-opens={onOpen !== undefined || undefined}
      aria-label={t`${name}, as a chart. The table tells the same in numbers.`}
      onClick={() => open(pointed.current)}
      onKeyDown={(event) => {
        if (event.key === "Enter") open(pointed.current);
      }}
    >
      {children(pointed)}
    </figure>
  );
}
