/** What a replay says, in words; pure. */

import { plural, t } from "@lingui/core/macro";
import type { Behind, Replay, ReplayHead, ReplayResult } from "../../api/replays";
import { locale, number } from "../../shell/locale";
import { hourOfWeek, TITLES } from "../panel/counting";

export const isUnderWay = ({ state }: Pick<ReplayHead, "state">): boolean =>
  state === "waiting" || state === "running";

export const count = (value: number): string => number(value);

/** "40 s", "3 min", "2 h 5 min"; a dash for what is not known. */
export function lasting(seconds: number | null): string {
  if (seconds === null) return "–";
  if (seconds < 60) {
    const whole = Math.round(seconds);
    return t`${whole} s`;
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return t`${minutes} min`;
  const hours = count(Math.floor(minutes / 60));
  const rest = minutes % 60;
  return rest ? t`${hours} h ${rest} min` : t`${hours} h`;
}

export const amount = (value: number | null, digits = 0): string =>
  value === null ? "–" : number(value, { maximumFractionDigits: digits });

/** "1 to 30 November 2026" as the reader's language has it. */
export function timeOf({ from, to }: Pick<ReplayHead, "from" | "to">, written = locale()): string {
  const words = { day: "numeric", month: "short", year: "numeric" } as const;
  return new Intl.DateTimeFormat(written, words).formatRange(new Date(from), new Date(to));
}

function sumInWords(more: number): string {
  if (more === 0) return t`as many in all`;
  const size = Math.abs(more);
  return more > 0
    ? plural(size, { one: "# more in all", other: "# more in all" })
    : plural(size, { one: "# fewer in all", other: "# fewer in all" });
}

/** What the change comes to, in one sentence. */
export function inOneSentence({ before, after, changes, conversations: all }: ReplayResult): string {
  if (all === 0) return t`No customer wrote in this time, so there is nothing to compare.`;
  const { newly, no_longer } = changes;
  if (Object.values(changes).every((number) => number === 0)) {
    return plural(all, {
      one: "The one conversation would have gone as with the rules in force.",
      other: "All # conversations would have gone as with the rules in force.",
    });
  }
  const more = after.handed_over - before.handed_over;
  if (newly || no_longer) {
    const sum = sumInWords(more);
    if (!no_longer)
      return t`${plural(newly, { one: "# conversation would newly go to a person", other: "# conversations would newly go to a person" })}: ${sum}.`;
    if (!newly)
      return t`${plural(no_longer, { one: "# conversation would no longer go to a person", other: "# conversations would no longer go to a person" })}: ${sum}.`;
    const gone = count(no_longer);
    return t`${plural(newly, { one: "# conversation would newly go to a person", other: "# conversations would newly go to a person" })}, and ${gone} no longer would: ${sum}.`;
  }
  return t`The same customers would reach a person, but at another moment, elsewhere, or after a check.`;
}

/** What a list of conversations holds. */
export function titleOf({ change, side, rule, hour }: Behind): string {
  const book = side === "before" ? t`rules in force` : t({ message: "draft", context: "of rules" });
  if (rule != null) return t`Handed over by “${rule}” (${book})`;
  if (hour != null) {
    const at = hourOfWeek(hour);
    return t`Handed over on ${at} (${book})`;
  }
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

function lookedAt(done: number, total: number): string {
  const looked = count(done);
  const all = count(total);
  return t`${looked} of ${all} decisions looked at`;
}

/** How it ended, or how far it is. */
export function standing({ state, done, total, problem }: Replay | ReplayHead): string {
  switch (state) {
    case "waiting":
      return t`Begins…`;
    case "running":
      return lookedAt(done, total);
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
