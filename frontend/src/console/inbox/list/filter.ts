/** What narrows the list: its fields, its words, and which rows it lets through; pure. */

import { t } from "@lingui/core/macro";
import type { ConversationFilter } from "../../../shared/api";
import type { ConversationRow } from "../../desk/wire";
import { languageName } from "../../ui/languages";
import type { Looker } from "../rows";

/** Lists of values of which any will do; the server refuses what it does not know. */
export interface Filter {
  status?: string[];
  holder?: string[];
  agent?: string[];
  team?: string[];
  tag?: string[];
  priority?: string[];
  channel?: string[];
  language?: string[];
  trigger?: string[];
  sla?: string[];
  /** Days: "2026-11-22". */
  since?: string;
  until?: string;
  q?: string;
}

/** The filter as the server asks for it, which refuses what an address should not have said. */
export const asked = (filter: Filter): ConversationFilter => tidy(filter) as ConversationFilter;

export type Field = keyof Filter;
type ListField = Exclude<Field, "since" | "until" | "q">;

export const LISTS: readonly ListField[] = [
  "status",
  "holder",
  "agent",
  "team",
  "tag",
  "priority",
  "channel",
  "language",
  "trigger",
  "sla",
];
const TEXTS = ["since", "until", "q"] as const;

export const FIELD_NAMES: Record<Field, string> = {
  status: t`State`,
  holder: t({ message: "With", context: "who has a conversation" }),
  agent: t`Agent`,
  team: t`Team`,
  tag: t`Tag`,
  priority: t`Priority`,
  channel: t`Channel`,
  language: t`Language`,
  trigger: t`Reason`,
  sla: t`Clock`,
  since: t({ message: "From", context: "a day" }),
  until: t({ message: "Before", context: "a day" }),
  q: t`Words`,
};

export const CHOICES: Partial<Record<ListField, { value: string; label: string }[]>> = {
  status: [
    { value: "open", label: t({ message: "Open", context: "a conversation" }) },
    { value: "snoozed", label: t`Snoozed` },
    { value: "resolved", label: t`Resolved` },
  ],
  holder: [
    { value: "assistant", label: t`The assistant` },
    { value: "queue", label: t`The queue` },
    { value: "agent", label: t`A person` },
  ],
  priority: [
    { value: "urgent", label: t`Urgent` },
    { value: "high", label: t`High` },
    { value: "normal", label: t`Normal` },
  ],
  channel: [
    { value: "widget", label: t`Widget` },
    { value: "email", label: t`E-mail` },
    { value: "api", label: t`Own channel` },
    { value: "import", label: t`Brought from elsewhere` },
  ],
  sla: [
    { value: "breached", label: t`Past due` },
    { value: "running", label: t`Running` },
    { value: "paused", label: t`Paused` },
  ],
};

export function isFilter(read: unknown): read is Filter {
  if (typeof read !== "object" || read === null || Array.isArray(read)) return false;
  return Object.entries(read).every(([field, value]) =>
    LISTS.includes(field as ListField)
      ? Array.isArray(value) && value.every((each) => typeof each === "string")
      : TEXTS.includes(field as (typeof TEXTS)[number]) && typeof value === "string",
  );
}

/** Without the fields that say nothing, in one order, so that equal filters have equal addresses. */
export function tidy(filter: Filter): Filter {
  const kept: Filter = {};
  for (const field of LISTS) {
    const values = filter[field];
    if (values && values.length > 0) kept[field] = values;
  }
  for (const field of TEXTS) if (filter[field]) kept[field] = filter[field];
  return kept;
}

export function isNarrow(filter: Filter): boolean {
  return Object.keys(tidy(filter)).length > 0;
}

/** As the fields of an address of the API. */
export function asQuery(filter: Filter): [string, string][] {
  return Object.entries(tidy(filter)).flatMap(([field, value]) =>
    (Array.isArray(value) ? value : [value]).map((each): [string, string] => [field, each]),
  );
}

export interface Chip {
  field: Field;
  words: string;
}

/** What each field says, in words; `names` are those of people and teams by id. */
export function chipsOf(filter: Filter, names: ReadonlyMap<string, string>): Chip[] {
  return Object.entries(tidy(filter)).map(([name, value]) => {
    const field = name as Field;
    const said = (each: string) => wordFor(field, each, names);
    return {
      field,
      words: `${FIELD_NAMES[field]}: ${Array.isArray(value) ? value.map(said).join(", ") : value}`,
    };
  });
}

function wordFor(field: Field, value: string, names: ReadonlyMap<string, string>): string {
  if (value === "me") return t`me`;
  if (value === "mine") return t`my teams`;
  if (value === "none") return t`nobody`;
  if (field === "language") return languageName(value);
  const known = CHOICES[field as ListField]?.find((choice) => choice.value === value)?.label;
  return known ?? names.get(value) ?? value;
}

/** Whether the row passes; null where the row alone cannot tell. */
export function passes(row: ConversationRow, filter: Filter, me: Looker, now: number): boolean | null {
  if (filter.q || filter.since || filter.until || filter.language) return null;
  const held = row.control.agent?.id ?? "none";
  const state = !row.sla ? "" : row.sla.state === "paused" ? "paused" : clockOf(row, now);
  return (
    among(filter.status, row.status) &&
    among(filter.holder, row.control.holder) &&
    among(
      filter.agent?.map((each) => (each === "me" ? me.id : each)),
      held,
    ) &&
    among(
      filter.team?.flatMap((each) => (each === "mine" ? me.teams.map((team) => team.id) : [each])),
      row.control.team?.id ?? "none",
    ) &&
    among(filter.priority, row.priority) &&
    among(filter.channel, row.channel) &&
    among(filter.trigger, row.trigger?.name ?? "") &&
    among(filter.sla, state) &&
    (!filter.tag || filter.tag.some((tag) => row.tags.includes(tag)))
  );
}

function clockOf(row: ConversationRow, now: number): string {
  return row.sla?.due_at && Date.parse(row.sla.due_at) <= now ? "breached" : "running";
}

function among(wanted: readonly string[] | undefined, value: string): boolean {
  return !wanted || wanted.includes(value);
}
