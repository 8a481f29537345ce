/** Which conversations were open last, in this tab: where the palette leads back to. */

const MOST = 8;
const KEY = "baton.recent";

export function recent(): string[] {
  return (window.sessionStorage.getItem(KEY) ?? "").split(" ").filter((id) => id !== "");
}

/** Takes note of the conversation that an address opens, the newest first. */
export function remember(path: string): void {
  const id = path.match(/^\/console\/inbox\/[^/]+\/([^/]+)/)?.[1];
  if (!id) return;
  const others = recent().filter((each) => each !== id);
  window.sessionStorage.setItem(KEY, [id, ...others].slice(0, MOST).join(" "));
}
