/** Fields of records in words, and typed words as fields; pure. */

import type { BusinessRecord } from "../api/records";
import { fromLocal, toLocal } from "../knowledge/editor/localTime";
import { locale } from "../shell/locale";
import type { FieldOf, KindOf, Shown } from "./kinds";

export const textOf = (record: BusinessRecord, field: string): string => {
  const value = record[field];
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
};

/** An amount in its currency as the reader writes it; as it is where the currency is none. */
export function money(amount: string, currency: string, written = locale()): string {
  try {
    return new Intl.NumberFormat(written, { style: "currency", currency }).format(Number(amount));
  } catch {
    return `${amount} ${currency}`;
  }
}

export function shown(
  record: BusinessRecord,
  field: string,
  as: Shown,
  kind: KindOf,
  written = locale(),
): string {
  const value = textOf(record, field);
  switch (as) {
    case "money":
      return value && money(value, textOf(record, "currency"), written);
    case "day":
      return value && new Intl.DateTimeFormat(written, { dateStyle: "medium" }).format(new Date(value));
    case "state":
      return kind.states.find(([name]) => name === value)?.[1] ?? value;
    default:
      return value;
  }
}

/** What is typed into a form, by the name of the field; parts of an address as "address.town". */
export type Typed = Record<string, string>;

export function typedOf(kind: KindOf, record: BusinessRecord | null): Typed {
  const typed: Typed = {};
  for (const { name, as } of kind.fields) {
    const value = record ? textOf(record, name) : "";
    typed[name] = as === "moment" ? toLocal(value) : value;
  }
  if (!record && "currency" in typed) typed.currency = "EUR";
  if (!record && kind.states[0]) typed.state = kind.states[0][0];
  const address = (record?.address ?? {}) as Record<string, string>;
  if (kind.address) for (const [name, value] of Object.entries(address)) typed[`address.${name}`] = value;
  return typed;
}

/** What the server is to be told: the fields that differ from `saved`, or all where nothing is saved. */
export function changesOf(kind: KindOf, typed: Typed, saved: Typed | null): Record<string, unknown> {
  const told: Record<string, unknown> = {};
  for (const field of kind.fields) {
    const value = typed[field.name] ?? "";
    if (saved ? value === (saved[field.name] ?? "") : value === "") continue;
    told[field.name] = fieldOf(field, value);
  }
  if (kind.address && differs(typed, saved)) told.address = addressOf(typed);
  return told;
}

function fieldOf({ as }: FieldOf, typed: string): unknown {
  if (as === "moment") return fromLocal(typed);
  if (as === "count") return typed.trim() === "" ? 0 : Number(typed);
  return as === "words" ? typed : typed.trim();
}

const isOfAddress = ([name]: [string, string]): boolean => name.startsWith("address.");

const addressOf = (typed: Typed): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed)
      .filter((entry) => isOfAddress(entry) && entry[1].trim() !== "")
      .map(([name, value]) => [name.slice("address.".length), value.trim()]),
  );

const differs = (typed: Typed, saved: Typed | null): boolean =>
  JSON.stringify(Object.entries(addressOf(typed)).sort()) !==
  JSON.stringify(Object.entries(addressOf(saved ?? {})).sort());

/** The tenant's own attributes as lines of "name: value", and back. */
export const linesOf = (attributes: unknown): string =>
  Object.entries((attributes ?? {}) as Record<string, unknown>)
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join("\n");

export function attributesOf(lines: string): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const line of lines.split("\n")) {
    const at = line.indexOf(":");
    const name = (at < 0 ? line : line.slice(0, at)).trim();
    if (name) found[name] = at < 0 ? "" : plain(line.slice(at + 1).trim());
  }
  return found;
}

/** Numbers, yes and no, lists and objects as such; all else is a text. */
function plain(words: string): unknown {
  if (!/^(-?(0|[1-9]\d*)(\.\d+)?|true|false|null|\[.*\]|\{.*\})$/.test(words)) return words;
  try {
    return JSON.parse(words);
  } catch {
    return words;
  }
}
