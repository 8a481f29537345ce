/** What the embed script on the company's page and the widget in its iframe tell each other by postMessage. */

import type { Attributes } from "./wire";

/** In the address of the frame, after the #: never sent to a server. */
export interface Hints {
  /** The embedding page's origin. */
  host: string;
  theme?: string;
  /** What the page keeps for a frame without storage of its own, as JSON. */
  kept?: string;
}

export type ToFrame =
  | { baton: "shown" }
  | { baton: "hidden" }
  /** They opened the chat at a greeting; what it says, the server knows. */
  | { baton: "greeting"; id: string }
  /** With which the page lets them begin to write. */
  | { baton: "words"; text: string }
  | { baton: "identify"; identity: string }
  | { baton: "attributes"; attributes: Attributes }
  | { baton: "reset" };

/** What a page may listen to; none of it carries what was written. */
export interface PageEvents {
  ready: Record<string, never>;
  message: { id: string; author: "customer" | "assistant" | "agent" | "system"; name: string };
  handover: { holder: "assistant" | "queue" | "agent"; agent: string | null; team: string | null };
  queue: {
    position: number | null;
    /** Seconds from now. */
    wait: { low: number; high: number } | null;
    opens_at: string | null;
  };
  unread: { count: number };
  identified: Record<string, never>;
  error: { code: string; message: string };
}

export type PageEvent = keyof PageEvents;
export type Told = { [Name in PageEvent]: { name: Name; detail: PageEvents[Name] } }[PageEvent];

export type FromFrame =
  | { baton: "drawn"; company: string; accent: string }
  /** There is a conversation, and it goes on or is over. */
  | { baton: "talking"; live: boolean }
  | { baton: "keep"; kept: Record<string, string> }
  | { baton: "close" }
  | { baton: "event"; told: Told };
