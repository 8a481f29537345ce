/** Scheduled reports in words, and what a new one begins with; pure. */

import { plural, t } from "@lingui/core/macro";
import type { Cadence, Covers, Run, Schedule, Wanted } from "../../api/sending";

export const WEEKDAYS = [
  t`Monday`,
  t`Tuesday`,
  t`Wednesday`,
  t`Thursday`,
  t`Friday`,
  t`Saturday`,
  t`Sunday`,
] as const;

export const CADENCES: Record<Cadence, string> = {
  daily: t`Every day`,
  weekly: t`Every week`,
  monthly: t`Every month`,
};

export const COVERS: Record<Covers, string> = {
  day: t`The day before`,
  week: t`The 7 days before`,
  four_weeks: t`The 28 days before`,
  quarter: t`The 90 days before`,
  month: t`The calendar month before`,
};

/** The days that go with how often it goes, unless somebody chose others. */
export const COVERED_BY: Record<Cadence, Covers> = { daily: "day", weekly: "four_weeks", monthly: "month" };

export const USUAL_METRICS = [
  "resolution_quality",
  "repeat_contact",
  "csat",
  "effort_score",
  "time_to_person",
  "missed_escalations",
  "promises_kept",
  "volume",
  "assistant_share",
];

export const MOST_METRICS = 12;

export const beginning = (me: string): Wanted => ({
  name: t`Weekly trust report`,
  cadence: "weekly",
  weekday: 0,
  day: null,
  at: "07:00",
  covers: "four_weeks",
  compare: "previous",
  format: "pdf",
  metrics: USUAL_METRICS,
  by: "topic",
  filters: {},
  recipient_ids: [me],
});

export const wantedOf = (schedule: Schedule): Wanted => ({
  name: schedule.name,
  cadence: schedule.cadence,
  weekday: schedule.weekday,
  day: schedule.day,
  at: schedule.at,
  covers: schedule.covers,
  compare: schedule.compare,
  format: schedule.format,
  metrics: schedule.metrics,
  by: schedule.by,
  filters: schedule.filters,
  recipient_ids: schedule.recipients.map((one) => one.id),
});

/** Another cadence with the days that it needs, and what it covers as is usual with it. */
export function withCadence(wanted: Wanted, cadence: Cadence): Wanted {
  const usual = COVERED_BY[wanted.cadence] === wanted.covers;
  return {
    ...wanted,
    cadence,
    weekday: cadence === "weekly" ? (wanted.weekday ?? 0) : null,
    day: cadence === "monthly" ? (wanted.day ?? 1) : null,
    covers: usual ? COVERED_BY[cadence] : wanted.covers,
  };
}

/** What became of a sending: "Sent to 3 people", "On its way", "Failed: the mail server answered 451". */
export function outcomeOf(run: Run): string {
  const { sent, skipped, of } = run;
  if (run.state === "waiting") return t`On its way`;
  if (run.state === "sent") {
    const told = plural(sent, { one: "Sent to # person", other: "Sent to # people" });
    if (!skipped) return told;
    const left = plural(skipped, {
      one: "# person may not read reports any more",
      other: "# people may not read reports any more",
    });
    return `${told}; ${left}`;
  }
  const why = run.problem ?? t`nobody knows why`;
  return sent ? t`Not sent, ${sent} of ${of} got it: ${why}` : t`Not sent: ${why}`;
}
