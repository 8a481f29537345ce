/** When a task is due, in words, and the times that one can choose; pure. */

import { t } from "@lingui/core/macro";
import { clock } from "../../../shared/time";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface DueWords {
  text: string;
  tone: "calm" | "soon" | "late";
}

function stretch(length: number): string {
  if (length >= DAY) return t`${{ days: Math.round(length / DAY) }} d`;
  if (length >= HOUR) return t`${{ hours: Math.round(length / HOUR) }} h`;
  return t`${{ minutes: Math.max(1, Math.round(length / MINUTE)) }} min`;
}

export function dueWords(dueAt: string, now: number): DueWords {
  const left = Date.parse(dueAt) - now;
  if (left <= 0) return { text: t`${{ time: stretch(-left) }} overdue`, tone: "late" };
  return { text: t`due in ${{ time: stretch(left) }}`, tone: left <= HOUR ? "soon" : "calm" };
}

export interface DueChoice {
  key: string;
  name: string;
  at: Date;
}

/** In an hour, in four, this evening while that lies ahead, tomorrow at noon, in three days, in a week. */
export function dueChoices(now: Date): DueChoice[] {
  const later = (length: number) => new Date(now.getTime() + length);
  const onDay = (days: number, hour: number) => {
    const day = new Date(now);
    day.setDate(day.getDate() + days);
    day.setHours(hour, 0, 0, 0);
    return day;
  };
  const evening = onDay(0, 18);
  return [
    { key: "1h", name: t`In an hour`, at: later(HOUR) },
    { key: "4h", name: t`In 4 hours`, at: later(4 * HOUR) },
    ...(evening.getTime() - now.getTime() > HOUR
      ? [{ key: "today", name: t`Today by ${{ time: clock(evening.toISOString()) }}`, at: evening }]
      : []),
    { key: "tomorrow", name: t`Tomorrow by noon`, at: onDay(1, 12) },
    { key: "3d", name: t`In 3 days`, at: later(3 * DAY) },
    { key: "week", name: t`In a week`, at: later(7 * DAY) },
  ];
}
