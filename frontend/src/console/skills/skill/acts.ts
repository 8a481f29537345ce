/** What a skill would do, in words; pure. */

import { t } from "@lingui/core/macro";
import type { RehearsedAct } from "../../api/skills";

/** "ticket_entry" as "Ticket entry". */
export function kindInWords(kind: string): string {
  const words = kind.replaceAll("_", " ");
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

export function inWords({ kind, subject, amount, currency, because, waits }: RehearsedAct): string {
  const sum = amount && currency ? t` of ${money(amount, currency)}` : "";
  const done = waits ? t`Would wait for an agent's yes` : t`Would be done`;
  const why = waits || because;
  return `${done}: ${kindInWords(kind)}${sum} (${subject}). ${why}`;
}

const money = (amount: string, currency: string): string =>
  new Intl.NumberFormat(undefined, { style: "currency", currency }).format(Number(amount));
