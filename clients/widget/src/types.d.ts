/** What the widget takes from the page and tells it. None of it carries what was written in the chat. */

export interface BatonSettings {
  /** The launcher's colour, `#rrggbb`, until the widget has told its own. */
  accent?: string;
  side?: "left" | "right";
  /** As the reader's system asks where it is left out. */
  theme?: "light" | "dark";
}

/** A token that the company's server signed, or a function that fetches one each time that one is needed. */
export type BatonIdentity = string | (() => string | Promise<string>);

/** What the page knows of its visitor: at most 20 short values, which prove nothing. */
export type BatonAttributes = Record<string, string | number | boolean | null>;

/** The detail of each event. */
export interface BatonEvents {
  ready: Record<string, never>;
  message: { id: string; author: "customer" | "assistant" | "agent" | "system"; name: string };
  handover: { holder: "assistant" | "queue" | "agent"; agent: string | null; team: string | null };
  queue: {
    /** From 1; null while a call is promised. */
    position: number | null;
    /** Seconds from now, in which 8 of 10 such waits end. */
    wait: { low: number; high: number } | null;
    /** When the team is back; null while it is at work. */
    opens_at: string | null;
  };
  unread: { count: number };
  identified: Record<string, never>;
  error: { code: string; message: string };
}

export type BatonEvent = keyof BatonEvents;

export interface Baton {
  /** Opens the chat; words begin what the visitor writes, unless they have begun already. */
  open: (words?: string) => void;
  close: () => void;
  /** Says who the visitor is. */
  identify: (identity: BatonIdentity) => void;
  /** Tells agents what the page knows of its visitor. */
  setAttributes: (attributes: BatonAttributes) => void;
  /** Forgets the visitor, as when they sign out of the page. */
  reset: () => void;
  /** Calls back at each such event; returns the way to end it. */
  on: <Name extends BatonEvent>(event: Name, listener: (detail: BatonEvents[Name]) => void) => () => void;
}

type DomEvents = { [Name in BatonEvent as `baton:${Name}`]: CustomEvent<BatonEvents[Name]> };

declare global {
  interface Window {
    batonSettings?: BatonSettings;
    baton?: Baton;
  }
  interface WindowEventMap extends DomEvents {}
}
