/** What was done to the business, in words; pure. */

import type { Deed } from "../../desk/wire";

const KINDS: Record<string, string> = {
  refund: "Refund",
  return: "Return registered",
  cancel: "Order cancelled",
  address: "Delivery address changed",
  contact: "Contact data changed",
  ticket_entry: "Added to a ticket",
  ticket_opened: "Ticket opened",
  lead: "Lead kept",
  booking: "Appointment booked",
  appointment_moved: "Appointment moved",
  appointment_cancelled: "Appointment cancelled",
};

/** "refund" as "Refund"; a kind that is not known here by its own name. */
export function kindOf(kind: string): string {
  const words = kind.replaceAll("_", " ");
  return KINDS[kind] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** The sum as the reader's country writes it. */
export function amountOf(deed: Pick<Deed, "amount" | "currency">): string {
  const amount = Number(deed.amount);
  if (!deed.currency) return amount.toFixed(2);
  return new Intl.NumberFormat(undefined, { style: "currency", currency: deed.currency }).format(amount);
}

/** What became of it. */
export function stateOf(deed: Pick<Deed, "state" | "approved_by">): string {
  switch (deed.state) {
    case "done":
      return deed.approved_by ? "Done, after an agent's yes" : "Done within policy";
    case "pending":
      return "Your system is carrying it out";
    case "declined":
      return "Declined by an agent";
    case "failed":
      return "Failed: nothing was done";
  }
}
