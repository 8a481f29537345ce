/** What a replay says, in words; pure. */

import { t } from "@lingui/core/macro";
import type { Behind, Replay, ReplayHead, ReplayResult } from "../../api/replays";
import { hourOfWeek, TITLES } from "../panel/counting";

export const isUnderWay = ({ state }: Pick<ReplayHead, "state">): boolean =>
  state === "waiting" || state === "running";

export const count = (value: number): string => new Intl.NumberFormat().format(value);

export const conversations = (number: number): string =>
  number === 1 ? "1 conversation" : t`${count(number)} conversations`;

/** "40 s", "3 min", "2 h 5 min"; a dash for what is not known. */
export function lasting(seconds: number | null): string {
  if (seconds === null) return "–";
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return t`${minutes} min`;
  const rest = minutes % 60;
  return rest ? t`${count(Math.floor(minutes / 60))} h ${rest} min` : `${count(minutes / 60)} h`;
}

export const amount = (value: number | null, digits = 0): string =>
  value === null ? "–" : new Intl.NumberFormat(undefined, { maximumFractionDigits: digits }).format(value);

/** "1 to 30 November 2026" as the reader's language has it. */
export function timeOf({ from, to }: Pick<ReplayHead, "from" | "to">, locale?: string): string {
  const words = { day: "numeric", month: "short", year: "numeric" } as const;
  return new Intl.DateTimeFormat(locale, words).formatRange(new Date(from), new Date(to));
}

/** What the change comes to, in one sentence. */
export function inOneSentence({ before, after, changes, conversations: all }: ReplayResult): string {
  if (all === 0) return t`No customer wrote in this time, so there is nothing to compare.`;
  const { newly, no_longer } = changes;
  if (Object.values(changes).every((number) => number === 0)) {
    return t`All ${conversations(all)} would have gone as with the rules in force.`;
  }
  const more = after.handed_over - before.handed_over;
  const sum =
    more === 0 ? t`as many in all` : `${count(Math.abs(more))} ${more > 0 ? "more" : "fewer"} in all`;
  if (newly || no_longer) {
    const parts = [
      newly && t`${conversations(newly)} would newly go to a person`,
      no_longer && `${newly ? `${count(no_longer)}` : conversations(no_longer)} no longer would`,
    ];
    return `${parts.filter(Boolean).join(", and ")}: ${sum}.`;
  }
  return t`The same customers would reach a person, but at another moment, elsewhere, or after a check.`;
}

/** What a list of conversations holds. */
export function titleOf({ change, side, rule, hour }: Behind): string {
  const book = side === "before" ? t`rules in force` : "draft";
  if (rule != null) return t`Handed over by “${rule}” (${book})`;
  if (hour != null) return t`Handed over on ${hourOfWeek(hour)} (${book})`;
  switch (change) {
    case undefined:
      return t`All that a person gets`;
    case "same":
      return t`Handed over as before`;
    case "cannot_tell":
      return t`Nobody can tell`;
    case "handed_over":
      return t`Handed over (${book})`;
    default:
      return TITLES[change];
  }
}

/** How it ended, or how far it is. */
export function standing({ state, done, total, problem }: Replay | ReplayHead): string {
  switch (state) {
    case "waiting":
      return t`Begins…`;
    case "running":
      return t`${count(done)} of ${count(total)} decisions looked at`;
    case "done":
      return t`Done`;
    case "failed":
      return problem;
    case "cancelled":
      return t`Cancelled`;
  }
}

/** Marked stretches of a text, in order; quotes that overlap are one, and offsets beyond the text are cut. */
export function highlighted(
  text: string,
  quotes: readonly { start: number; end: number }[],
): { text: string; marked: boolean; at: number }[] {
  const parts: { text: string; marked: boolean; at: number }[] = [];
  let at = 0;
  const letters = [...text]; // the server counts characters, not halves of them
  for (const { start, end } of [...quotes].sort((a, b) => a.start - b.start)) {
    const from = Math.max(start, at);
    const until = Math.min(end, letters.length);
    if (until <= from) continue;
    if (from > at) parts.push({ text: letters.slice(at, from).join(""), marked: false, at });
    const last = parts.at(-1);
    const marked = letters.slice(from, until).join("");
    if (last?.marked && from === at) last.text += marked;
    else parts.push({ text: marked, marked: true, at: from });
    at = until;
  }
  if (at < letters.length) parts.push({ text: letters.slice(at).join(""), marked: false, at });
  return parts;
}

/** Which numbers a reader asked to see, out of the address and back into it. */
export function behindOf(search: string): Behind | null {
  const asked = new URLSearchParams(search);
  const read = (name: string) => asked.get(name) ?? undefined;
  const hour = read("hour");
  const behind = {
    change: read("show"),
    side: read("side"),
    rule: read("rule"),
    hour: hour === undefined ? undefined : Number(hour),
  };
  const given = Object.fromEntries(Object.entries(behind).filter(([, value]) => value !== undefined));
  return Object.keys(given).length ? (given as Behind) : null;
}

export function searchOf({ change, side, rule, hour }: Behind): string {
  const asked = Object.entries({ show: change, side, rule, hour }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return new URLSearchParams(asked).toString();
}
