/** What a clock of the company's promises says, short and in words; pure. */

import { t } from "@lingui/core/macro";
import { moment } from "../../../shared/time";
import type { Sla } from "../../desk/wire";
import { daysInShort, hoursInShort, minutesInShort, wholeHours } from "../waiting";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const WHAT: Record<Sla["kind"], { short: string; words: string }> = {
  first_reply: {
    short: t({ message: "Reply", context: "what is due" }),
    words: t`A first reply by a person`,
  },
  next_reply: { short: t({ message: "Reply", context: "what is due" }), words: t`The next reply` },
  resolution: { short: t`Solve`, words: t`A solution` },
};

export type Tone = "calm" | "soon" | "late" | "paused";

export interface ClockWords {
  tone: Tone;
  /** For the place in a row: "Reply 12m", "Reply 5m late". */
  short: string;
  /** A sentence, for a title and a screen reader. */
  words: string;
}

/** Whether it runs, or has run out: one that rests asks nothing of a reader who passes by. */
export const presses = (sla: Sla | null): boolean =>
  sla !== null && (sla.due_at !== null || sla.state === "breached");

/** A stretch of time in its largest units: "<1m", "12m", "1h 05m", "3d 4h". */
export function stretch(milliseconds: number): string {
  const long = Math.abs(milliseconds);
  if (long < HOUR) return minutesInShort(long);
  if (long < DAY) return Math.floor((long % HOUR) / MINUTE) ? hoursInShort(long) : wholeHours(long);
  const [days, hours] = [Math.floor(long / DAY), Math.floor((long % DAY) / HOUR)];
  return hours ? t`${days}d ${hours}h` : daysInShort(long);
}

const lateInShort = (what: string, long: string): string => t`${what} ${long} late`;

/** The clock as it stands at `now`; it turns late by itself once its moment has passed. */
export function clockWords(sla: Sla, now: number): ClockWords {
  const what = WHAT[sla.kind];
  if (sla.due_at === null) return paused(what, sla.left ?? 0);
  const left = Date.parse(sla.due_at) - now;
  const due = { what: what.words, when: moment(sla.due_at) };
  if (left <= 0) {
    return {
      tone: "late",
      short: lateInShort(what.short, stretch(left)),
      words: t`${{ what: due.what }} was due ${{ when: due.when }}.`,
    };
  }
  const soon = sla.soon_at !== null && Date.parse(sla.soon_at) <= now;
  return {
    tone: soon ? "soon" : "calm",
    short: `${what.short} ${stretch(left)}`,
    words: t`${{ what: due.what }} is due ${{ when: due.when }}.`,
  };
}

/** Working time in hours, for a day of it is not a day. */
const work = (seconds: number): string =>
  Math.abs(seconds) < 86_400 ? stretch(seconds * 1000) : wholeHours(Math.abs(seconds) * 1000);

function paused(what: { short: string; words: string }, left: number): ClockWords {
  const long = work(left);
  if (left < 0) {
    return {
      tone: "late",
      short: lateInShort(what.short, long),
      words: t`${{ what: what.words }} is past due by ${long} of working time. The clock rests meanwhile.`,
    };
  }
  return {
    tone: "paused",
    short: `${what.short} ${long}`,
    words: t`${{ what: what.words }} has ${long} of working time left. The clock rests while the customer's answer is awaited, or the conversation is snoozed.`,
  };
}
