/** What is brought from elsewhere, in words; pure. */

import { plural, t } from "@lingui/core/macro";
import type { Migration, MigrationItem, MigrationSource, Which } from "../../api/migrations";
import { listed, number } from "../../shell/locale";

export type Source = MigrationSource | "zendesk";

interface SourceWords {
  value: Source;
  name: string;
  brings: string;
  steps: readonly string[];
  accept: string;
}

export const SOURCES: readonly SourceWords[] = [
  {
    value: "chatwoot",
    name: "Chatwoot",
    brings: t`Conversations, with their contacts, private notes and labels.`,
    steps: [
      t`In Chatwoot, open your profile settings and copy the access token at the end of the page.`,
      t`Run the short program of the guide with it. Chatwoot's list of conversations holds only the newest message of each, so the program asks for all of them.`,
      t`Choose the file that it wrote.`,
    ],
    accept: ".json,.jsonl,.ndjson,application/json",
  },
  {
    value: "intercom",
    name: "Intercom",
    brings: t`Contacts, and conversations with notes and tags.`,
    steps: [
      t`In Intercom's Developer Hub, make an app for your own workspace that may read contacts and conversations, and copy its access token.`,
      t`Run the short program of the guide with it. It asks for each conversation by its id, since lists leave the replies out.`,
      t`Choose the file that it wrote.`,
    ],
    accept: ".json,.jsonl,.ndjson,application/json",
  },
  {
    value: "zendesk",
    name: t`Zendesk help centre`,
    brings: t`Articles in all their languages, into your knowledge.`,
    steps: [
      t`Sign in to Zendesk, then open /api/v2/help_center/articles.json?include=sections,translations&per_page=100 on your Zendesk address.`,
      t`Save the page as a .json file. Where it names a next_page, open and save that one too, up to five files at once.`,
      t`Choose the files. You look through every article before it is stored.`,
    ],
    accept: ".json,application/json",
  },
  {
    value: "customers",
    name: t`A list of customers`,
    brings: t`Customers with your own ids, addresses, languages and attributes.`,
    steps: [
      t`Save the list as CSV, with the names of the columns in its first line, or as JSON.`,
      "external_id, name, email and language are known columns; any other becomes an attribute. Each customer needs an external_id or an email.",
      t`Choose the file. Known customers take the new values.`,
    ],
    accept: ".csv,.tsv,.json,.jsonl,text/csv,application/json",
  },
];

export const sourceOf = (value: string): SourceWords | undefined =>
  SOURCES.find((source) => source.value === value);

const AT_WORK: readonly Migration["state"][] = ["reading", "applying", "undoing"];
export const isAtWork = ({ state }: Pick<Migration, "state">): boolean => AT_WORK.includes(state);

export const conversations = (count: number): string =>
  plural(count, { one: "# conversation", other: "# conversations" });
export const customers = (count: number): string =>
  plural(count, { one: "# customer", other: "# customers" });
export const messages = (count: number): string => plural(count, { one: "# message", other: "# messages" });
export const privateNotes = (count: number): string =>
  plural(count, { one: "# private note", other: "# private notes" });

const both = (talks: number, people: number): string =>
  listed([...(talks ? [conversations(talks)] : []), ...(people || !talks ? [customers(people)] : [])]);

/** How it stands, as a sentence. */
export function standing(one: Migration): string {
  const [people, talks] = [one.customers, one.conversations];
  const left = people.problem + talks.problem;
  const stored = both(talks.stored, people.stored);
  const [done, total] = [number(one.done), number(one.total)];
  switch (one.state) {
    case "reading":
      return t`Looking through entry ${done} of ${total}…`;
    case "review":
      return t`Read, and waits for you. Nothing is stored yet.`;
    case "applying":
      return t`Storing ${done} of ${total}…`;
    case "undoing":
      return t`Taking back ${done} of ${total}…`;
    case "done":
      return left ? t`Stored: ${stored}, ${left} left out.` : t`Stored: ${stored}.`;
    case "undone":
      return talks.stored + people.stored
        ? t`Taken back, but for ${stored} that somebody worked with since.`
        : t`Taken back.`;
    case "cancelled":
      return (
        one.problem ||
        (people.stored ? t`Cancelled; this stays: ${stored}.` : t`Cancelled; nothing was stored.`)
      );
    case "failed":
      return one.problem || t`Broke off.`;
  }
}

/** What applying would store; null where there is nothing. */
export function storing(one: Migration): string | null {
  const people = one.customers.new + one.customers.known + one.customers.merged;
  const talks = one.conversations.new;
  const all = both(talks, people);
  return talks + people ? t`Store ${all}` : null;
}

export interface Part extends Which {
  value: string;
  label: string;
}

const part = (kind: Which["kind"], action: Which["action"], label: string, count: number): Part[] =>
  count ? [{ kind, action, value: `${kind}.${action}`, label: `${label} (${number(count)})` }] : [];

/** The parts that can be looked at alone, problems first. */
export const partsOf = ({ customers, conversations }: Migration): Part[] => [
  ...part("", "problem", t`Left out`, customers.problem + conversations.problem),
  ...part("conversation", "new", t`New conversations`, conversations.new),
  ...part("conversation", "known", t`Brought before`, conversations.known),
  ...part("customer", "new", t`New customers`, customers.new),
  ...part("customer", "known", t`Known customers`, customers.known),
  ...part("customer", "merged", t`Joined by address`, customers.merged),
];

const DOES: Record<MigrationItem["action"], string> = {
  new: t`New`,
  known: t`Known already`,
  merged: t`Joined with the customer of this address`,
  problem: t`Left out`,
};

export function doesOf(item: MigrationItem): string {
  if (item.problem) return item.problem;
  if (item.kind === "conversation" && item.action === "known") return t`Brought before; it stays as it is`;
  return item.applied && item.action === "new" ? t`Stored` : DOES[item.action];
}

export const speakerOf = (line: MigrationItem["sample"][number]): string =>
  line.private ? inPrivate(line.name || t`Somebody`) : line.by === "customer" ? t`Customer` : line.name;

const inPrivate = (name: string): string => t`${name}, in private`;
