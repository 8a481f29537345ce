/** By what a customer is called when somebody has to type it to be sure. */

import type { CustomerEntry } from "../../api/data";

/** The name, else the address, else the id: what the list shows first of it. */
export const calledBy = ({ name, email, id }: Pick<CustomerEntry, "name" | "email" | "id">): string =>
  name.trim() || email || id;

/** Blanks around it and the size of letters do not matter. */
export const isTyped = (typed: string, asked: string): boolean =>
  typed.trim().toLocaleLowerCase() === asked.toLocaleLowerCase();
