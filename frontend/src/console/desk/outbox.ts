/** Replies that the server has not stored yet, kept in this browser: a reload or a lost network loses none. */

import type { ApiError, Attachment } from "../../shared/wire";

export interface Unsent {
  conversation_id: string;
  client_id: string;
  text: string;
  attachments: readonly Attachment[];
  /** When it was written, milliseconds. */
  at: number;
  /** The log up to here was known to its writer. */
  after: number;
  /** Why it does not go by itself; null while it only waits for the line. */
  error: ApiError | null;
}

export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

function isUnsent(value: unknown): value is Unsent {
  const one = value as Partial<Unsent> | null;
  return (
    typeof one?.client_id === "string" &&
    typeof one.conversation_id === "string" &&
    typeof one.at === "number"
  );
}

/** One key for each, so that two tabs never write over each other's. */
export class Outbox {
  private readonly prefix: string;

  constructor(
    private readonly shelf: Shelf,
    owner: string,
  ) {
    this.prefix = `baton.unsent.${owner}.`;
  }

  /** Oldest first. */
  all(): Unsent[] {
    const keys = Array.from({ length: this.shelf.length }, (_, index) => this.shelf.key(index) ?? "");
    return keys
      .filter((key) => key.startsWith(this.prefix))
      .flatMap((key) => this.read(key))
      .sort((a, b) => a.at - b.at);
  }

  /** A full disk costs the reply its memory, not the writer the page. */
  put(one: Unsent): void {
    try {
      this.shelf.setItem(this.prefix + one.client_id, JSON.stringify(one));
    } catch (problem) {
      if (!(problem instanceof DOMException)) throw problem;
    }
  }

  drop(clientId: string): void {
    this.shelf.removeItem(this.prefix + clientId);
  }

  private read(key: string): Unsent[] {
    try {
      const value: unknown = JSON.parse(this.shelf.getItem(key) ?? "null");
      return isUnsent(value) ? [value] : [];
    } catch (problem) {
      if (problem instanceof SyntaxError) return [];
      throw problem;
    }
  }
}
