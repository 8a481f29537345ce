/** What a skill would do, in words; pure. */

import { t } from "@lingui/core/macro";
import type { RehearsedAct } from "../../api/skills";
import { number } from "../../shell/locale";

const KINDS: Record<string, string> = {
  refund: t`Refund`,
  return: t`Return`,
  cancel: t`Cancellation`,
  address: t`Change of the address`,
  contact: t`Change of contact details`,
  ticket_entry: t`Ticket entry`,
  ticket_opened: t`New ticket`,
  password_reset: t`Link for a new password`,
  lead: t`Lead`,
  booking: t`Appointment`,
  appointment_moved: t`Appointment moved`,
  appointment_cancelled: t`Appointment cancelled`,
  information: t`Information`,
};

/** A kind that is not known here: "ticket_entry" as "Ticket entry". */
export function kindInWords(kind: string): string {
  const words = kind.replaceAll("_", " ");
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

export function inWords({ kind, subject, amount, currency, because, waits }: RehearsedAct): string {
  const name = KINDS[kind] ?? kindInWords(kind);
  const sum = amount && currency ? number(Number(amount), { style: "currency", currency }) : "";
  const act = sum ? t`${name} of ${sum} (${subject})` : t`${name} (${subject})`;
  const done = waits ? t`Would wait for an agent's yes: ${act}.` : t`Would be done: ${act}.`;
  return `${done} ${waits || because}`;
}
