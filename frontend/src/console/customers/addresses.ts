/** Where customers are. */

export const CUSTOMERS = "/console/customers";

/** What customers said of conversations that are over. */
export const RATINGS_PATH = `${CUSTOMERS}/ratings`;

export const customerPath = (id: string): string => `${CUSTOMERS}/${id}`;
