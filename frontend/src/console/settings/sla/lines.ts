/** The lines of the page about promises, and how a length of time is typed and told; pure. */

import { t } from "@lingui/core/macro";
import type { Counts, Kept, Policy, Priority, Promised } from "../../api/sla";
import { locale, number } from "../../shell/locale";

export interface Line {
  key: string;
  team_id: string | null;
  priority: Priority | null;
  hours: Counts;
  first_reply: string;
  next_reply: string;
  resolution: string;
}

export const PROMISES = ["first_reply", "next_reply", "resolution"] as const;
export const NAMES: Record<keyof Promised, string> = {
  first_reply: t`First reply`,
  next_reply: t`Next replies`,
  resolution: t`Solved`,
};

const UNITS: Record<string, number> = { m: 1, h: 60, d: 1440, std: 60, tag: 1440 };
const PART = /(\d+(?:[.,]\d+)?)\s*(m|h|d|std|tag)[a-z]*\.?/g;
const LONGEST = 60 * 24 * 90;

/** "90", "1h 30m", "1.5 h", "2 days" as minutes; null for none, undefined for what is no time. */
export function readTime(typed: string): number | null | undefined {
  const text = typed.trim().toLowerCase();
  if (!text) return null;
  const plain = /^\d+$/.test(text) ? `${text}m` : text;
  if (plain.replace(PART, "").replace(/[\s,]|and|und/g, "") !== "") return undefined;
  let minutes = 0;
  for (const [, number = "0", unit = "m"] of plain.matchAll(PART)) {
    minutes += Number(number.replace(",", ".")) * (UNITS[unit] ?? 1);
  }
  const whole = Math.round(minutes);
  return whole >= 1 && whole <= LONGEST ? whole : undefined;
}

/** "30 m", "1 h 30 m", "24 h"; the same that may be typed. No days: of working time they are not 24 hours. */
export function tellTime(minutes: number | null): string {
  if (minutes === null) return "";
  const hours = Math.floor(minutes / 60);
  return [hours && `${hours} h`, minutes % 60 && `${minutes % 60} m`].filter(Boolean).join(" ");
}

export const lineOf = (policy: Policy): Line => ({
  key: keyOf(policy),
  team_id: policy.team_id,
  priority: policy.priority,
  hours: policy.hours,
  first_reply: tellTime(policy.first_reply),
  next_reply: tellTime(policy.next_reply),
  resolution: tellTime(policy.resolution),
});

/** The policies as they are sent; the caller has asked `hindrance` before. */
export const policyOf = (line: Line): Policy => ({
  team_id: line.team_id,
  priority: line.priority,
  hours: line.hours,
  first_reply: readTime(line.first_reply) ?? null,
  next_reply: readTime(line.next_reply) ?? null,
  resolution: readTime(line.resolution) ?? null,
});

const keyOf = (line: { team_id: string | null; priority: Priority | null }): string =>
  `${line.team_id ?? ""} ${line.priority ?? ""}`;

/** What keeps the lines from being saved, in words. */
export function hindrance(lines: Line[]): string | null {
  const seen = new Set<string>();
  for (const line of lines) {
    if (PROMISES.some((name) => readTime(line[name]) === undefined)) return t`Write times like 30 m or 4 h.`;
    if (PROMISES.every((name) => readTime(line[name]) === null))
      return t`Give each line at least one time, or take it out.`;
    if (seen.has(keyOf(line))) return t`Two lines are for the same team and priority.`;
    seen.add(keyOf(line));
  }
  return null;
}

/** Whether two pages of lines mean the same. */
export const same = (one: Line[], other: Line[]): boolean =>
  JSON.stringify(one.map(policyOf)) === JSON.stringify(other.map(policyOf)) &&
  one.every((line, at) =>
    PROMISES.every(
      (name) => (readTime(line[name]) === undefined) === false || line[name] === other[at]?.[name],
    ),
  );

/** A start for a company that promised nothing yet. */
export const START: Policy[] = [
  { team_id: null, priority: null, hours: "team", first_reply: 60, next_reply: 120, resolution: 1440 },
  { team_id: null, priority: "urgent", hours: "team", first_reply: 15, next_reply: 30, resolution: 240 },
];

/** "94% of 212 in time", or what is known instead. */
export function keptInWords({ ended, late }: Kept): string {
  if (!ended) return t`None yet.`;
  const share = number((ended - late) / ended, { style: "percent" });
  return t`${share} of ${ended} in time.`;
}

/** "Friday 17:50", by the clock in the text itself, wherever the reader is. */
export function wallClock(stamp: string, inLocale = locale()): string {
  const local = new Date(`${stamp.slice(0, 19)}Z`);
  return new Intl.DateTimeFormat(inLocale, {
    weekday: "long",
    hour: "numeric",
    minute: "2-digit",
    timeZone: "UTC",
  }).format(local);
}

/** "Friday 17:50", with the date where that is more than six days off. */
export function wallClockAfter(stamp: string, from: string, inLocale = locale()): string {
  const days = (Date.parse(stamp) - Date.parse(from)) / 86_400_000;
  if (days < 6) return wallClock(stamp, inLocale);
  const local = new Date(`${stamp.slice(0, 19)}Z`);
  const day = new Intl.DateTimeFormat(inLocale, { day: "numeric", month: "long", timeZone: "UTC" }).format(
    local,
  );
  return `${wallClock(stamp, inLocale)}, ${day}`;
}
