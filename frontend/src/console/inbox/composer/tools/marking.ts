/** Markdown around what is selected in the field; pure. */

export interface Selected {
  text: string;
  from: number;
  to: number;
}

/** Put marks around the selection, or take them off again; the selection stays on the words. */
export function wrapped({ text, from, to }: Selected, mark: string, otherwise: string): Selected {
  const before = text.slice(0, from);
  const after = text.slice(to);
  if (before.endsWith(mark) && after.startsWith(mark)) {
    const less = mark.length;
    return {
      text: before.slice(0, -less) + text.slice(from, to) + after.slice(less),
      from: from - less,
      to: to - less,
    };
  }
  const words = text.slice(from, to) || otherwise;
  const start = from + mark.length;
  return { text: before + mark + words + mark + after, from: start, to: start + words.length };
}

/** Put a mark at the beginning of each selected line, or take it off where all have it. */
export function lined({ text, from, to }: Selected, mark: string): Selected {
  const begin = text.lastIndexOf("\n", from - 1) + 1;
  const found = text.indexOf("\n", to);
  const end = found === -1 ? text.length : found;
  const lines = text.slice(begin, end).split("\n");
  const all = lines.every((line) => line.startsWith(mark));
  const marked = lines.map((line) => (all ? line.slice(mark.length) : mark + line)).join("\n");
  return { text: text.slice(0, begin) + marked + text.slice(end), from: begin, to: begin + marked.length };
}

/** The selected words as a link, with the place for its address selected. */
export function linked({ text, from, to }: Selected, otherwise: string): Selected {
  const words = text.slice(from, to) || otherwise;
  const start = from + words.length + 3;
  return { text: `${text.slice(0, from)}[${words}](https://)${text.slice(to)}`, from: start, to: start + 8 };
}
