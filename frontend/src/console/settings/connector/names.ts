/** What records, acts and outcomes are called. */

const NAMES: Record<string, string> = {
  persons: "What is known of customers",
  address: "Another shipping address",
  contact: "Other contact data",
  cancel: "Cancelling an order",
  booking: "Booking an appointment",
  appointment_moved: "Moving an appointment",
  appointment_cancelled: "Cancelling an appointment",
  ticket_opened: "Opening a ticket",
  ticket_entry: "Adding to a ticket",
};

/** "password_reset" as "Password reset". */
export function plainName(name: string): string {
  const words = name.replaceAll("_", " ");
  return NAMES[name] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
