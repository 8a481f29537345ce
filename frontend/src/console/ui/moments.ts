/** How long ago, or how far ahead, in words; pure. */

import { t } from "@lingui/core/macro";
import { day } from "../../shared/time";
import { locale } from "../shell/locale";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const A_WEEK = 7 * DAY;

/** "just now", "5 minutes ago", "in 6 days"; beyond a week the date. */
export function ago(iso: string, now: number, inLocale = locale()): string {
  const by = new Date(iso).getTime() - now;
  const far = Math.abs(by);
  const words = new Intl.RelativeTimeFormat(inLocale, { numeric: "always" });
  // What is past is told by whole units gone; what lies ahead by the nearest: a week is "in 7 days", not 6.
  const whole = (unit: number) => (by < 0 ? Math.ceil(by / unit) : Math.round(by / unit));
  if (far < MINUTE) return by <= 0 ? t`just now` : t`in a moment`;
  if (far < HOUR) return words.format(whole(MINUTE), "minute");
  if (far < DAY) return words.format(whole(HOUR), "hour");
  if (far < A_WEEK || by > 0) return words.format(whole(DAY), "day");
  return day(iso, now, inLocale);
}
