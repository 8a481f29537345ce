/** What records, acts and outcomes are called. */

const SUBJECTS: Record<string, string> = {
  orders: "Orders",
  products: "Products",
  tickets: "Tickets",
  persons: "What is known of customers",
};

/** "password_reset" as "Password reset". */
export function plainName(name: string): string {
  const words = name.replaceAll("_", " ");
  return SUBJECTS[name] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
