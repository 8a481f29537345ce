/** An entry of the log in words; pure. */

import { t } from "@lingui/core/macro";
import type { AuditEntry } from "../api/audit";
import { ACTIONS, FIELDS } from "./names";

/** What nobody has named here, by its own letters. */
function spaced(name: string): string {
  const words = name.replaceAll(/[._]/g, " ");
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** "role.changed" as "Role changed". */
export const actionInWords = (action: string): string => ACTIONS[action] ?? spaced(action);

/** "time_zone" as "Time zone"; also what kind of thing an entry is about. */
export const fieldInWords = (field: string): string => FIELDS[field] ?? spaced(field);

const KINDS: Record<AuditEntry["actor"]["kind"], string | null> = {
  agent: null,
  token: t`API token`,
  operator: t`Operator of Baton`,
  system: t`By itself`,
};

/** What the actor is, when it is not a person of the company. */
export const kindInWords = (actor: AuditEntry["actor"]): string | null => KINDS[actor.kind];

/** A value as it stands in the log: lists with commas, nothing as a dash, yes and no. */
export function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "—";
  if (typeof value === "boolean") return value ? t`Yes` : t`No`;
  if (Array.isArray(value)) return value.length === 0 ? "—" : value.map(valueInWords).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
