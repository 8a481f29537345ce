/** Attributes as they are typed, and what of them is sent; pure. */

export interface Pair {
  name: string;
  value: string;
}

type Value = string | number | boolean | null;
type Known = Record<string, Value>;

export const pairsOf = (known: Known): Pair[] =>
  Object.entries(known).map(([name, value]) => ({ name, value: value === null ? "" : String(value) }));

/** A number or a truth value stays one; everything else is a text, and nothing forgets it. */
export function readValue(typed: string, before: Value | undefined): Value {
  const text = typed.trim();
  if (text === "") return null;
  if (typeof before === "number" && text !== "" && Number.isFinite(Number(text))) return Number(text);
  if (typeof before === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

/** Only what differs: new and changed values, and null for each that is gone. */
export function changeOf(known: Known, pairs: Pair[]): Known {
  const typed = new Map(
    pairs.filter(({ name }) => name.trim()).map(({ name, value }) => [name.trim(), value]),
  );
  const change: Known = {};
  for (const name of Object.keys(known)) if (!typed.has(name)) change[name] = null;
  for (const [name, value] of typed) {
    const read = readValue(value, known[name]);
    if (read !== known[name] && !(read === null && !(name in known))) change[name] = read;
  }
  return change;
}
