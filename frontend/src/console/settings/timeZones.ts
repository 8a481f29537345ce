/** The time zones of the world with what they are off from UTC now, for a list that can be searched. */

import { locale } from "../shell/locale";

export interface Choice {
  value: string;
  label: string;
}

function offset(zone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "shortOffset" }).formatToParts(
    now,
  );
  return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
}

function choice(zone: string, now: Date): Choice {
  return { value: zone, label: `${zone.replaceAll("_", " ")} (${offset(zone, now)})` };
}

let known: Choice[] | undefined;

/** All of them, and `also` when the browser does not list it. */
export function timeZones(also: string): Choice[] {
  const now = new Date();
  known ??= ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")].map((zone) =>
    choice(zone, now),
  );
  return !also || known.some(({ value }) => value === also) ? known : [choice(also, now), ...known];
}

/** "14:05" there, now. */
export function clockIn(zone: string, now: number, inLocale = locale()): string {
  return new Intl.DateTimeFormat(inLocale, { timeZone: zone, hour: "numeric", minute: "2-digit" }).format(
    now,
  );
}
