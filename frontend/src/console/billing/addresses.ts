/** Where things of the billing page are. */

export const BILLING = "/console/billing";
export const PLAN = BILLING;
export const USAGE = `${BILLING}/usage`;
export const INVOICES = `${BILLING}/invoices`;
