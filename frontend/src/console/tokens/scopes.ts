/** The scopes by what they open, as somebody chooses among them; pure. */

import { t } from "@lingui/core/macro";
import type { Scope } from "../api/tokens";

const AREAS: Readonly<Record<string, string>> = {
  conversations: t`Conversations`,
  handover: t`Handing over`,
  channels: t`Your own channel`,
  customers: t`Customers`,
  knowledge: t`Knowledge`,
  records: t`Records`,
  rules: t`Rules`,
  skills: t`Skills`,
  assistant: t`Assistant`,
  people: t`People and teams`,
  settings: t`Settings`,
  quality: t`Quality`,
  reports: t`Reports`,
  webhooks: t`Webhooks`,
  audit: t`Audit log`,
  exports: t`Exports`,
  billing: t`Billing`,
};

const DEEDS: Readonly<Record<string, string>> = {
  read: t({ message: "read", context: "what a token may do" }),
  write: t({ message: "write", context: "what a token may do" }),
  erase: t({ message: "erase", context: "what a token may do" }),
};

export interface Area {
  key: string;
  title: string;
  scopes: Scope[];
}

const areaOf = (name: string) => name.split(":")[0] ?? name;
const deedOf = (name: string) => name.split(":")[1] ?? "";
const titleOf = (key: string) => AREAS[key] ?? key;

/** The areas in the server's order, each with its scopes. */
export function areas(scopes: readonly Scope[]): Area[] {
  const found = new Map<string, Area>();
  for (const scope of scopes) {
    const key = areaOf(scope.name);
    const area = found.get(key) ?? { key, title: titleOf(key), scopes: [] };
    area.scopes.push(scope);
    found.set(key, area);
  }
  return [...found.values()];
}

/** All that read and change nothing. */
export const reading = (scopes: readonly Scope[]): string[] =>
  scopes.map(({ name }) => name).filter((name) => deedOf(name) === "read");

/** Those of the names that are scopes. */
export const known = (scopes: readonly Scope[], names: readonly string[]): string[] =>
  scopes.map(({ name }) => name).filter((name) => names.includes(name));

/** What a token opens, an area a line: "Customers: read, erase". */
export function inWords(names: readonly string[]): string[] {
  const deeds = new Map<string, string[]>();
  for (const name of names) {
    const key = areaOf(name);
    deeds.set(key, [...(deeds.get(key) ?? []), DEEDS[deedOf(name)] ?? deedOf(name)]);
  }
  return [...deeds].map(([key, does]) => `${titleOf(key)}: ${does.join(", ")}`);
}
