/** What the embed script on the company's page and the widget in its iframe tell each other by postMessage. */

export type ToFrame = { baton: "shown" } | { baton: "hidden" };

/** What a page may listen to; none of it carries what was written. */
export interface PageEvents {
  ready: Record<string, never>;
  message: { id: string; author: "customer" | "assistant" | "agent" | "system"; name: string };
  handover: { holder: "assistant" | "queue" | "agent"; agent: string | null; team: string | null };
  queue: { position: number };
  unread: { count: number };
  error: { code: string; message: string };
}

export type PageEvent = keyof PageEvents;
export type Told = { [Name in PageEvent]: { name: Name; detail: PageEvents[Name] } }[PageEvent];

export type FromFrame =
  | { baton: "drawn"; company: string; accent: string }
  | { baton: "talking" }
  | { baton: "close" }
  | { baton: "event"; told: Told };
