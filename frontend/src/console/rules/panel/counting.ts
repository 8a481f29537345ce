/** The figures of a count in words, and its hours as heights; pure. */

import { t } from "@lingui/core/macro";
import { CHANGES, type Change, type Counted } from "../../api/rules";

const number = (value: number): string => new Intl.NumberFormat().format(value);

const IN_WORDS: Record<Change, string> = {
  newly: t`newly handed over`,
  no_longer: t`no longer`,
  approval_added: t`more to check`,
  approval_gone: t`fewer to check`,
  target: "to another team or priority",
  earlier: "earlier",
  later: "later",
};

export const TITLES: Record<Change, string> = {
  newly: t`Newly handed over`,
  no_longer: t`No longer handed over`,
  approval_added: t`Answers that would wait for a check`,
  approval_gone: t`Answers that would no longer wait`,
  target: "To another team or priority",
  earlier: t`Handed over earlier`,
  later: t`Handed over later`,
};

/** "31 newly handed over, 3 no longer", or that nothing changes. */
export function inShort(changed: Pick<Counted, Change>): string {
  const told = CHANGES.filter((change) => changed[change].count > 0);
  if (told.length === 0) return t`Nothing would have gone otherwise`;
  return told.map((change) => `${number(changed[change].count)} ${IN_WORDS[change]}`).join(", ");
}

/** "75 of 300 conversations handed over" by the rules in force. */
export function handedOver({ conversations, before }: Pick<Counted, "conversations" | "before">): string {
  return t`${number(before.handed_over)} of ${number(conversations)} conversations handed over`;
}

export const signed = (value: number): string =>
  new Intl.NumberFormat(undefined, { signDisplay: "exceptZero" }).format(value);

export const share = (part: number, whole: number): string =>
  new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: 1 }).format(
    whole ? part / whole : 0,
  );

export interface Hour {
  hour: number;
  before: number;
  after: number;
}

const HOURS = 24;

/** The hours of the week folded into one day. */
export function byHourOfDay(week: Counted["by_hour"]): Hour[] {
  return Array.from({ length: HOURS }, (_, hour) => {
    const same = week.filter((_, place) => place % HOURS === hour);
    const sum = (side: "before" | "after") => same.reduce((total, one) => total + one[side], 0);
    return { hour, before: sum("before"), after: sum("after") };
  });
}

/** A Monday, so that the names of weekdays come out of the calendar. */
const MONDAY = Date.UTC(2024, 0, 1);
const AN_HOUR = 3_600_000;

/** "Monday 14:00" for a place in the week. */
export function hourOfWeek(place: number, locale?: string): string {
  const at = new Date(MONDAY + place * AN_HOUR);
  const words = { weekday: "long", hour: "2-digit", minute: "2-digit", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locale, words).format(at);
}

/** The hour of the week that gets the most more. */
export function mostMore(week: Counted["by_hour"]): { place: number; more: number } | null {
  let best: { place: number; more: number } | null = null;
  week.forEach(({ before, after }, place) => {
    const more = after - before;
    if (more > 0 && more > (best?.more ?? 0)) best = { place, more };
  });
  return best;
}
