/** The calls about reports that go out: by mail at their times, and as files. */

import type { Named, Page } from "../../shared/wire";
import { call } from "./client";
import { type Asked, askedQuery, type Compare } from "./reports";

export type Cadence = "daily" | "weekly" | "monthly";
export type Covers = "day" | "week" | "four_weeks" | "quarter" | "month";
export type FileKind = "pdf" | "csv";

export interface Recipient {
  id: string;
  name: string;
  email: string;
  /** False for one who gets nothing, since they may not read reports (any more). */
  may: boolean;
}

export interface Run {
  id: string;
  schedule_id: string;
  name: string;
  from: string;
  to: string;
  planned_for: string;
  asked_by: Named | null;
  state: "waiting" | "sent" | "failed";
  problem: string | null;
  /** How many of `of` people got it; `skipped` may not read reports any more. */
  sent: number;
  skipped: number;
  of: number;
  size: number | null;
  ended_at: string | null;
}

interface Told {
  name: string;
  cadence: Cadence;
  /** 0 is Monday; of a weekly one. */
  weekday: number | null;
  /** 1 to 31; of a monthly one. A short month has its last day instead. */
  day: number | null;
  /** HH:MM on the company's clocks. */
  at: string;
  covers: Covers;
  compare: Compare;
  format: FileKind;
  metrics: string[];
  /** The dimension of its table; "" for none. */
  by: string;
  filters: Record<string, string[]>;
}

export interface Schedule extends Told {
  id: string;
  /** When it goes, in words: "every Monday at 07:00". */
  says: string;
  recipients: Recipient[];
  paused: boolean;
  next_at: string | null;
  last: Run | null;
  made_by: Named | null;
  created_at: string;
}

export interface Wanted extends Told {
  recipient_ids: string[];
}

const SCHEDULES = "reports/schedules";
const at = (id: string) => `${SCHEDULES}/${encodeURIComponent(id)}`;

export const listSchedules = (signal: AbortSignal): Promise<Page<Schedule>> => call(SCHEDULES, { signal });

export const addSchedule = (body: Wanted): Promise<Schedule> => call(SCHEDULES, { method: "POST", body });

export const changeSchedule = (id: string, body: Partial<Wanted> & { paused?: boolean }): Promise<Schedule> =>
  call(at(id), { method: "PATCH", body });

export const removeSchedule = (id: string): Promise<null> => call(at(id), { method: "DELETE" });

export const sendNow = (id: string): Promise<Run> => call(`${at(id)}/send`, { method: "POST", body: {} });

export function listRuns(cursor: string | null, signal: AbortSignal): Promise<Page<Run>> {
  const query = new URLSearchParams({ limit: "15", ...(cursor && { cursor }) });
  return call(`reports/runs?${query}`, { signal });
}

export interface AskedFile {
  asked: Asked;
  compare: Compare;
  format: FileKind;
  content?: "report" | "episodes";
  metrics?: readonly string[];
  by?: string;
}

/** Where the file is; a link that the browser follows. */
export function filePath({ asked, compare, format, content = "report", metrics, by }: AskedFile): string {
  const query = askedQuery(asked);
  query.set("format", format);
  if (content === "episodes") query.set("content", content);
  else {
    query.set("compare", compare);
    if (metrics) query.set("metrics", metrics.join(","));
    if (by) query.set("by", by);
  }
  return `/api/v1/reports/export?${query}`;
}
