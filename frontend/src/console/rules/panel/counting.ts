/** The figures of a count in words, and its hours as heights; pure. */

import { plural, t } from "@lingui/core/macro";
import { CHANGES, type Change, type Counted } from "../../api/rules";
import { locale, number } from "../../shell/locale";

const IN_WORDS: Record<Change, (count: number) => string> = {
  newly: (count) => plural(count, { one: "# newly handed over", other: "# newly handed over" }),
  no_longer: (count) => plural(count, { one: "# no longer", other: "# no longer" }),
  approval_added: (count) => plural(count, { one: "# more to check", other: "# more to check" }),
  approval_gone: (count) => plural(count, { one: "# fewer to check", other: "# fewer to check" }),
  target: (count) =>
    plural(count, { one: "# to another team or priority", other: "# to another team or priority" }),
  earlier: (count) => plural(count, { one: "# earlier", other: "# earlier" }),
  later: (count) => plural(count, { one: "# later", other: "# later" }),
};

export const TITLES: Record<Change, string> = {
  newly: t`Newly handed over`,
  no_longer: t`No longer handed over`,
  approval_added: t`Answers that would wait for a check`,
  approval_gone: t`Answers that would no longer wait`,
  target: t`To another team or priority`,
  earlier: t`Handed over earlier`,
  later: t`Handed over later`,
};

/** "31 newly handed over, 3 no longer"; empty where nothing changes. */
export const changesInShort = (changed: Pick<Counted, Change>): string =>
  CHANGES.filter((change) => changed[change].count > 0)
    .map((change) => IN_WORDS[change](changed[change].count))
    .join(", ");

/** The same, or that nothing changes. */
export const inShort = (changed: Pick<Counted, Change>): string =>
  changesInShort(changed) || t`Nothing would have gone otherwise`;

/** "75 of 300 conversations handed over" by the rules in force. */
export function handedOver({ conversations, before }: Pick<Counted, "conversations" | "before">): string {
  const handed = number(before.handed_over);
  const all = number(conversations);
  return t`${handed} of ${all} conversations handed over`;
}

export const signed = (value: number): string => number(value, { signDisplay: "exceptZero" });

export const share = (part: number, whole: number): string =>
  number(whole ? part / whole : 0, { style: "percent", maximumFractionDigits: 1 });

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
export function hourOfWeek(place: number, written = locale()): string {
  const at = new Date(MONDAY + place * AN_HOUR);
  const words = { weekday: "long", hour: "2-digit", minute: "2-digit", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(written, words).format(at);
}

/** "14:00" for an hour of the day. */
export function hourOfDay(hour: number): string {
  const words = { hour: "numeric", minute: "2-digit", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locale(), words).format(new Date(MONDAY + hour * AN_HOUR));
}

/** "Most more: Monday 14:00 (+3)". */
export function mostMoreInWords(found: ReturnType<typeof mostMore>): string | null {
  if (!found) return null;
  const at = hourOfWeek(found.place);
  const more = signed(found.more);
  return t`most more: ${at} (${more})`;
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
