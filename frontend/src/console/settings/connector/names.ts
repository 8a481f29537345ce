/** What records, acts and outcomes are called. */

import { t } from "@lingui/core/macro";

const NAMES: Record<string, string> = {
  persons: t`What is known of customers`,
  address: t`Another shipping address`,
  contact: t`Other contact data`,
  cancel: t`Cancelling an order`,
  booking: t`Booking an appointment`,
  appointment_moved: t`Moving an appointment`,
  appointment_cancelled: t`Cancelling an appointment`,
  ticket_opened: t`Opening a ticket`,
  ticket_entry: t`Adding to a ticket`,
};

/** "password_reset" as "Password reset". */
export function plainName(name: string): string {
  const words = name.replaceAll("_", " ");
  return NAMES[name] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
