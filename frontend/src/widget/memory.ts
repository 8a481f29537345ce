/**
 * What the widget remembers between pages.
 *
 * Some browsers give a frame no storage of its own (private windows, blocked third-party data). Then the page around
 * keeps the few values for it, in its own storage; without either, the widget forgets but does not fail.
 */

import type { Pending } from "../shared/thread";

const TOKEN = "baton:visitor";
const READ = "baton:read";
const UNSENT = "baton:unsent";
const ANSWERS = "baton:answers";

export type Unsent = Pick<Pending, "client_id" | "kind" | "text" | "attachments">;
export type Kept = Record<string, string>;

let kept: Kept = {};
let keep: (kept: Kept) => void = () => {};

/** Names what the page around has kept, and the way to keep more; used only where the frame's own storage is denied. */
export function borrow(before: Kept, keeper: (kept: Kept) => void): void {
  kept = before;
  keep = keeper;
}

function own(area: "localStorage" | "sessionStorage"): Storage | null {
  try {
    return globalThis[area];
  } catch (reason) {
    if (reason instanceof DOMException) return null;
    throw reason;
  }
}

function read(area: "localStorage" | "sessionStorage", key: string): string | null {
  const storage = own(area);
  return storage ? storage.getItem(key) : (kept[key] ?? null);
}

function write(area: "localStorage" | "sessionStorage", key: string, value: string | null): void {
  const storage = own(area);
  if (storage) {
    if (value === null) storage.removeItem(key);
    else put(storage, key, value);
    return;
  }
  const { [key]: _, ...others } = kept;
  kept = value === null ? others : { ...others, [key]: value };
  keep(kept);
}

/** A full storage costs a memory, not the conversation. */
function put(storage: Storage, key: string, value: string): void {
  try {
    storage.setItem(key, value);
  } catch (reason) {
    if (!(reason instanceof DOMException)) throw reason;
  }
}

/** The signed token that says who this visitor is. */
export function token(): string | null {
  return read("localStorage", TOKEN);
}

export function keepToken(value: string | null): void {
  if (value !== token()) write("localStorage", TOKEN, value);
}

/** How far this visitor has read in the conversation. */
export function readUpTo(conversationId: string): number {
  const [id, seq] = (read("localStorage", READ) ?? "").split(":");
  return id === conversationId ? Number(seq) : 0;
}

export function keepReadUpTo(conversationId: string, seq: number): void {
  if (readUpTo(conversationId) !== seq) write("localStorage", READ, `${conversationId}:${seq}`);
}

/** Messages that the server had not acknowledged when the page went away. */
export function unsent(): Unsent[] {
  const stored = JSON.parse(read("sessionStorage", UNSENT) ?? "[]") as Unsent[];
  // A page of an earlier release kept its messages without attachments.
  return stored.map((one) => ({ ...one, attachments: one.attachments ?? [] }));
}

export function keepUnsent(messages: Unsent[]): void {
  write("sessionStorage", UNSENT, messages.length > 0 ? JSON.stringify(messages) : null);
}

/** What was typed into the form before a chat and not sent yet, by the names of its fields. */
export function answers(): Record<string, string> {
  return JSON.parse(read("sessionStorage", ANSWERS) ?? "{}") as Record<string, string>;
}

export function keepAnswers(typed: Record<string, string>): void {
  write("sessionStorage", ANSWERS, Object.keys(typed).length > 0 ? JSON.stringify(typed) : null);
}
