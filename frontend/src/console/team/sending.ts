/** Sends one invitation for each address, and keeps those that did not go. */

import { invite } from "../api/people";
import { atField, explain } from "../api/problems";
import type { Role } from "../desk/wire";
import type { Address } from "./addresses";

export interface Unsent {
  address: Address;
  /** Why, in words. */
  message: string;
}

export interface Sent {
  sent: Address[];
  unsent: Unsent[];
}

export interface Letter {
  role: Role;
  team_ids: string[];
}

/** One after another: a limit that is reached stops only what comes after it. */
export async function sendAll(addresses: readonly Address[], letter: Letter): Promise<Sent> {
  const result: Sent = { sent: [], unsent: [] };
  for (const address of addresses) {
    const { email, name } = address;
    await invite({ email, ...(name && { name }), ...letter }).then(
      () => result.sent.push(address),
      (problem: unknown) =>
        result.unsent.push({ address, message: atField(problem, "email") ?? explain(problem).message }),
    );
  }
  return result;
}

/** The address as it may be typed again. */
export const written = ({ email, name }: Address): string => (name ? `${name} <${email}>` : email);
