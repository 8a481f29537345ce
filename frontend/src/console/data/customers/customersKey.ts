/** The names of the customers in the query cache. */

export const allCustomersKey = ["customers"] as const;
export const customersKey = (search: string) => [...allCustomersKey, search] as const;
