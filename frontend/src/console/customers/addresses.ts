/** Where customers are. */

export const CUSTOMERS = "/console/customers";

export const customerPath = (id: string): string => `${CUSTOMERS}/${id}`;
