/** The page that the widget stands in: who it is, and how the two talk. */

import type { FromFrame, ToFrame, Told } from "../shared/frame";
import type { Kept } from "./memory";

export interface Page {
  /** Whether there is a page around at all; opened on its own the widget fills the window. */
  around: boolean;
  post: (message: FromFrame) => void;
  tell: (told: Told) => void;
  /** Calls back with what the page around asks. */
  onAsked: (listener: (asked: ToFrame) => void) => void;
}

/**
 * The embedding page's origin, named by the embed script in the address and, where the browser
 * says who the parent is, believed only if it agrees.
 */
export function originOf(address: Location): string | null {
  const named = new URLSearchParams(address.hash.slice(1)).get("host");
  const parent = address.ancestorOrigins?.[0];
  return named && (parent === undefined || parent === named) ? named : null;
}

/** What the embedding page has kept for us; nothing where nobody we know stands around. */
export function keptBy(address: Location): Kept {
  const kept = new URLSearchParams(address.hash.slice(1)).get("kept");
  return kept && originOf(address) ? (JSON.parse(kept) as Kept) : {};
}

export function pageAround(frame: Window): Page {
  const origin = frame.parent === frame ? null : originOf(frame.location);
  const post = (message: FromFrame) => {
    if (origin) frame.parent.postMessage(message, origin);
  };
  return {
    around: origin !== null,
    post,
    tell: (told) => post({ baton: "event", told }),
    onAsked: (listener) => {
      frame.addEventListener("message", (event: MessageEvent<ToFrame>) => {
        if (event.source === frame.parent && event.origin === origin) listener(event.data);
      });
    },
  };
}

/** "light" or "dark" when the embedding page asks for one. */
export function themeOf(address: Location): string | null {
  const theme = new URLSearchParams(address.hash.slice(1)).get("theme");
  return theme === "light" || theme === "dark" ? theme : null;
}
