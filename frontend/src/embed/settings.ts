/** What the company's page may ask for: `window.batonSettings` before the script, or data- attributes on it. */

export interface Settings {
  /** The launcher's colour before the widget has told its own. */
  accent?: string;
  side?: "left" | "right";
  theme?: "light" | "dark";
}

export function settingsFrom(script: HTMLScriptElement, given: Settings | undefined): Settings {
  const { accent, side = endOfPage(), theme } = { ...script.dataset, ...given };
  return {
    ...(accent && { accent }),
    side: side === "left" ? "left" : "right",
    ...((theme === "light" || theme === "dark") && { theme }),
  };
}

/** The corner where a page that reads from right to left has its ends is the left one. */
function endOfPage(): "left" | "right" {
  return getComputedStyle(document.documentElement).direction === "rtl" ? "left" : "right";
}
