/** What was done to the business, in words; pure. */

import { t } from "@lingui/core/macro";
import type { Deed } from "../../desk/wire";
import { number } from "../../shell/locale";

const KINDS: Record<string, string> = {
  refund: t`Refund`,
  return: t`Return registered`,
  cancel: t`Order cancelled`,
  address: t`Delivery address changed`,
  contact: t`Contact data changed`,
  ticket_entry: t`Added to a ticket`,
  ticket_opened: t`Ticket opened`,
  lead: t`Lead kept`,
  booking: t`Appointment booked`,
  appointment_moved: t`Appointment moved`,
  appointment_cancelled: t`Appointment cancelled`,
};

/** "refund" as "Refund"; a kind that is not known here by its own name. */
export function kindOf(kind: string): string {
  const words = kind.replaceAll("_", " ");
  return KINDS[kind] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** The sum as the reader's country writes it. */
export function amountOf(deed: Pick<Deed, "amount" | "currency">): string {
  const amount = Number(deed.amount);
  if (!deed.currency) return number(amount, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return number(amount, { style: "currency", currency: deed.currency });
}

/** What became of it. */
export function stateOf(deed: Pick<Deed, "state" | "approved_by">): string {
  switch (deed.state) {
    case "done":
      return deed.approved_by ? t`Done, after an agent's yes` : t`Done within policy`;
    case "pending":
      return t`Your system is carrying it out`;
    case "declined":
      return t`Declined by an agent`;
    case "failed":
      return t`Failed: nothing was done`;
  }
}
