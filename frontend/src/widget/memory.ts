/** What the widget remembers between pages; a browser that forbids storage makes it forget, not fail. */

import type { Pending } from "../shared/thread";

const TOKEN = "baton:visitor";
const READ = "baton:read";
const UNSENT = "baton:unsent";

export type Unsent = Pick<Pending, "client_id" | "kind" | "text">;

type Area = "localStorage" | "sessionStorage";

function read(area: Area, key: string): string | null {
  try {
    return globalThis[area].getItem(key);
  } catch (reason) {
    if (reason instanceof DOMException) return null;
    throw reason;
  }
}

function write(area: Area, key: string, value: string | null): void {
  try {
    if (value === null) globalThis[area].removeItem(key);
    else globalThis[area].setItem(key, value);
  } catch (reason) {
    if (!(reason instanceof DOMException)) throw reason;
  }
}

let visitor: string | null = null;

/** The signed token that says who this visitor is; kept for the page's life when it cannot be stored. */
export function token(): string | null {
  return visitor ?? read("localStorage", TOKEN);
}

export function keepToken(value: string | null): void {
  visitor = value;
  write("localStorage", TOKEN, value);
}

/** How far this visitor has read in the conversation. */
export function readUpTo(conversationId: string): number {
  const [id, seq] = (read("localStorage", READ) ?? "").split(":");
  return id === conversationId ? Number(seq) : 0;
}

export function keepReadUpTo(conversationId: string, seq: number): void {
  write("localStorage", READ, `${conversationId}:${seq}`);
}

/** Messages that the server had not acknowledged when the page went away. */
export function unsent(): Unsent[] {
  return JSON.parse(read("sessionStorage", UNSENT) ?? "[]") as Unsent[];
}

export function keepUnsent(messages: Unsent[]): void {
  write("sessionStorage", UNSENT, messages.length > 0 ? JSON.stringify(messages) : null);
}
