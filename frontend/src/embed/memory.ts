/** What the company's page remembers of the widget: its colour, and whether a conversation is under way. */

export interface Remembered {
  accent?: string;
  talking?: boolean;
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
