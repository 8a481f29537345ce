/** What the company's page remembers of the widget between its pages, in the page's own storage. */

export interface Remembered {
  accent?: string;
  talking?: boolean;
  /** Their conversation is not over. */
  live?: boolean;
  /** The company said who this is. */
  known?: boolean;
  /** When they were here last, in milliseconds, and whether that was another visit. */
  seen?: number;
  back?: boolean;
  /** Greetings that they put away. */
  away?: string[];
  /** The frame's own small memory, where the browser gives the frame no storage. */
  kept?: Record<string, string>;
}

const KEY = "baton";

export function remembered(): Remembered {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") as Remembered;
  } catch (reason) {
    if (reason instanceof DOMException || reason instanceof SyntaxError) return {};
    throw reason;
  }
}

export function remember(part: Remembered): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...remembered(), ...part }));
  } catch (reason) {
    if (!(reason instanceof DOMException)) throw reason;
  }
}
