/** Who looks at a conversation besides oneself, and how far its customer has seen it; pure. */

import type { Named } from "../../shared/wire";
import type { Presence } from "./wire";

export interface Audience {
  /** Null as long as nothing has been heard of the customer. */
  customerHere: boolean | null;
  /** Other agents who have it open. */
  colleagues: readonly Named[];
  /** The customer has seen the log up to here. */
  seen: number;
}

export const NOBODY: Audience = { customerHere: null, colleagues: [], seen: 0 };

/** Somebody came or went; what one does oneself is no news. */
export function applyPresence(audience: Audience, { author, here }: Presence, meId: string): Audience {
  if (author.kind === "customer") return { ...audience, customerHere: here };
  if (author.kind !== "agent" || author.id === null || author.id === meId) return audience;
  const others = audience.colleagues.filter((one) => one.id !== author.id);
  return { ...audience, colleagues: here ? [...others, { id: author.id, name: author.name }] : others };
}

/** The mark only moves forward. */
export function applySeen(audience: Audience, seq: number): Audience {
  return seq > audience.seen ? { ...audience, seen: seq } : audience;
}

/** The line was down: who is here has to be heard anew, what was seen stays seen. */
export function forgetPresence(audience: Audience): Audience {
  return { ...NOBODY, seen: audience.seen };
}
