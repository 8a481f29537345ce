/** What is brought from elsewhere, in words; pure. */

import type { Migration, MigrationItem, MigrationSource, Which } from "../../api/migrations";

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
    brings: "Conversations, with their contacts, private notes and labels.",
    steps: [
      "In Chatwoot, open your profile settings and copy the access token at the end of the page.",
      "Run the short program of the guide with it. Chatwoot's list of conversations holds only the newest message of each, so the program asks for all of them.",
      "Choose the file that it wrote.",
    ],
    accept: ".json,.jsonl,.ndjson,application/json",
  },
  {
    value: "intercom",
    name: "Intercom",
    brings: "Contacts, and conversations with notes and tags.",
    steps: [
      "In Intercom's Developer Hub, make an app for your own workspace that may read contacts and conversations, and copy its access token.",
      "Run the short program of the guide with it. It asks for each conversation by its id, since lists leave the replies out.",
      "Choose the file that it wrote.",
    ],
    accept: ".json,.jsonl,.ndjson,application/json",
  },
  {
    value: "zendesk",
    name: "Zendesk help centre",
    brings: "Articles in all their languages, into your knowledge.",
    steps: [
      "Sign in to Zendesk, then open /api/v2/help_center/articles.json?include=sections,translations&per_page=100 on your Zendesk address.",
      "Save the page as a .json file. Where it names a next_page, open and save that one too, up to five files at once.",
      "Choose the files. You look through every article before it is stored.",
    ],
    accept: ".json,application/json",
  },
  {
    value: "customers",
    name: "A list of customers",
    brings: "Customers with your own ids, addresses, languages and attributes.",
    steps: [
      "Save the list as CSV, with the names of the columns in its first line, or as JSON.",
      "external_id, name, email and language are known columns; any other becomes an attribute. Each customer needs an external_id or an email.",
      "Choose the file. Known customers take the new values.",
    ],
    accept: ".csv,.tsv,.json,.jsonl,text/csv,application/json",
  },
];

export const sourceOf = (value: string): SourceWords | undefined =>
  SOURCES.find((source) => source.value === value);

const AT_WORK: readonly Migration["state"][] = ["reading", "applying", "undoing"];
export const isAtWork = ({ state }: Pick<Migration, "state">): boolean => AT_WORK.includes(state);

export const many = (count: number, one: string, name = `${one}s`): string =>
  `${count.toLocaleString()} ${count === 1 ? one : name}`;

const both = (talks: number, people: number): string =>
  [talks ? many(talks, "conversation") : "", people || !talks ? many(people, "customer") : ""]
    .filter(Boolean)
    .join(" and ");

/** How it stands, as a sentence. */
export function standing(one: Migration): string {
  const { customers, conversations } = one;
  const left = customers.problem + conversations.problem;
  const stored = both(conversations.stored, customers.stored);
  switch (one.state) {
    case "reading":
      return `Looking through entry ${one.done.toLocaleString()} of ${one.total.toLocaleString()}…`;
    case "review":
      return "Read, and waits for you. Nothing is stored yet.";
    case "applying":
      return `Storing ${one.done.toLocaleString()} of ${one.total.toLocaleString()}…`;
    case "undoing":
      return `Taking back ${one.done.toLocaleString()} of ${one.total.toLocaleString()}…`;
    case "done":
      return `Stored: ${stored}${left ? `, ${left.toLocaleString()} left out` : ""}.`;
    case "undone":
      return conversations.stored + customers.stored
        ? `Taken back, but for ${stored} that somebody worked with since.`
        : "Taken back.";
    case "cancelled":
      return (
        one.problem || (customers.stored ? `Cancelled; ${stored} stay.` : "Cancelled; nothing was stored.")
      );
    case "failed":
      return one.problem || "Broke off.";
  }
}

/** What applying would store. */
export function storing(one: Migration): string {
  const people = one.customers.new + one.customers.known + one.customers.merged;
  const talks = one.conversations.new;
  return talks + people ? `Store ${both(talks, people)}` : "Nothing to store";
}

export interface Part extends Which {
  value: string;
  label: string;
}

const part = (kind: Which["kind"], action: Which["action"], label: string, count: number): Part[] =>
  count ? [{ kind, action, value: `${kind}.${action}`, label: `${label} (${count.toLocaleString()})` }] : [];

/** The parts that can be looked at alone, problems first. */
export const partsOf = ({ customers, conversations }: Migration): Part[] => [
  ...part("", "problem", "Left out", customers.problem + conversations.problem),
  ...part("conversation", "new", "New conversations", conversations.new),
  ...part("conversation", "known", "Brought before", conversations.known),
  ...part("customer", "new", "New customers", customers.new),
  ...part("customer", "known", "Known customers", customers.known),
  ...part("customer", "merged", "Joined by address", customers.merged),
];

const DOES: Record<MigrationItem["action"], string> = {
  new: "New",
  known: "Known already",
  merged: "Joined with the customer of this address",
  problem: "Left out",
};

export function doesOf(item: MigrationItem): string {
  if (item.problem) return item.problem;
  if (item.kind === "conversation" && item.action === "known") return "Brought before; it stays as it is";
  return item.applied && item.action === "new" ? "Stored" : DOES[item.action];
}

export const speakerOf = (line: MigrationItem["sample"][number]): string =>
  line.private ? `${line.name || "Somebody"}, in private` : line.by === "customer" ? "Customer" : line.name;
