/** The calls about reports that go out: by mail at their times, and as files. */

import type { PatchedReportScheduleForm, ReportScheduleForm, ReportScheduleRow } from "../../shared/api";
import { type Asked, askedQuery, type Compare } from "./reports";
import { addressOf, api } from "./typed";

export type {
  ReportRecipient as Recipient,
  ReportScheduleRow as Schedule,
  ReportSending as Run,
} from "../../shared/api";

export type Cadence = ReportScheduleRow["cadence"];
export type Covers = ReportScheduleRow["covers"];
export type FileKind = ReportScheduleRow["format"];

/** A scheduled report while it is written; metrics and the dimension of its table by their keys. */
export type Wanted = Required<Omit<ReportScheduleForm, "paused" | "metrics" | "by">> & {
  metrics: string[];
  by: string;
};

export const listSchedules = (signal: AbortSignal) => api.get("/reports/schedules", { signal });

export const addSchedule = (body: Wanted) =>
  api.post("/reports/schedules", { body: body as ReportScheduleForm });

export const changeSchedule = (schedule_id: string, body: Partial<Wanted> & { paused?: boolean }) =>
  api.patch("/reports/schedules/{schedule_id}", {
    path: { schedule_id },
    body: body as PatchedReportScheduleForm,
  });

export const removeSchedule = (schedule_id: string) =>
  api.delete("/reports/schedules/{schedule_id}", { path: { schedule_id } });

export const sendNow = (schedule_id: string) =>
  api.post("/reports/schedules/{schedule_id}/send", { path: { schedule_id } });

export const listRuns = (cursor: string | null, signal: AbortSignal) =>
  api.get("/reports/runs", { query: { limit: 15, ...(cursor && { cursor }) }, signal });

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
  const which =
    content === "episodes"
      ? { content }
      : { compare, ...(metrics && { metrics: metrics.join(",") }), ...(by && { by }) };
  return `/api/v1/${addressOf("/reports/export", {}, { ...askedQuery(asked), format, ...which })}`;
}
