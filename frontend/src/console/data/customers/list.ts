/** The names of the customers in the query cache, and who is about to leave it. */

import { Cell } from "../../desk/cell";

export const allCustomersKey = ["customers"] as const;
/** Those of whom somebody here asked that they be erased; they go within minutes. */
export const leaving = new Cell<ReadonlySet<string>>(new Set());

export const customersKey = (search: string) => [...allCustomersKey, search] as const;
