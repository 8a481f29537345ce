/** Markdown marks around a selection; pure. */

import { t } from "@lingui/core/macro";
export type Mark = "bold" | "italic" | "heading" | "list" | "link";

export const MARKS: { kind: Mark; name: string; sign: string; key?: string }[] = [
  { kind: "bold", name: t`Bold`, sign: "B", key: "b" },
  { kind: "italic", name: t`Italic`, sign: "I", key: "i" },
  { kind: "heading", name: t`Heading`, sign: "H" },
  { kind: "list", name: t`List`, sign: "•" },
  { kind: "link", name: t`Link`, sign: t`Link`, key: "k" },
];

export interface Marked {
  /** What is replaced, by what, and what is selected afterwards. */
  start: number;
  end: number;
  insert: string;
  select: [number, number];
}

export function marked(text: string, start: number, end: number, mark: Mark): Marked {
  const chosen = text.slice(start, end);
  switch (mark) {
    case "bold":
      return around(start, end, chosen, "**");
    case "italic":
      return around(start, end, chosen, "*");
    case "link":
      return linked(start, end, chosen);
    case "heading":
      return atLines(text, start, end, "### ");
    case "list":
      return atLines(text, start, end, "- ");
  }
}

/** Marked words lose the mark again. */
function around(start: number, end: number, chosen: string, sign: string): Marked {
  const inner = chosen.slice(sign.length, -sign.length);
  const isMarked = chosen.length > 2 * sign.length && chosen === `${sign}${inner}${sign}`;
  if (isMarked) return { start, end, insert: inner, select: [start, start + inner.length] };
  const insert = `${sign}${chosen}${sign}`;
  const select: [number, number] = chosen
    ? [start, start + insert.length]
    : [start + sign.length, start + sign.length];
  return { start, end, insert, select };
}

const ADDRESS = "https://";

function linked(start: number, end: number, chosen: string): Marked {
  const insert = `[${chosen}](${ADDRESS})`;
  const address = start + chosen.length + 3;
  return {
    start,
    end,
    insert,
    select: chosen ? [address, address + ADDRESS.length] : [start + 1, start + 1],
  };
}

/** Every line of the selection gets the sign, or loses it where all have it. */
function atLines(text: string, start: number, end: number, sign: string): Marked {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const next = text.indexOf("\n", end);
  const to = next === -1 ? text.length : next;
  const lines = text.slice(from, to).split("\n");
  const all = lines.every((line) => line.startsWith(sign));
  const insert = lines.map((line) => (all ? line.slice(sign.length) : sign + line)).join("\n");
  return { start: from, end: to, insert, select: [from + insert.length, from + insert.length] };
}
