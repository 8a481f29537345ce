/** Where words stand in a conversation, the newest first; pure. */

import type { ThreadEvent } from "../../../../shared/wire";

export const plain = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** The entries of the log whose words hold these, in one piece, whatever their case and accents. */
export function entriesWith(events: readonly ThreadEvent[], words: string): number[] {
  const wanted = plain(words.trim());
  if (wanted === "") return [];
  return events
    .filter((event) => event.type === "message.added" && plain(event.data.text).includes(wanted))
    .map((event) => event.seq)
    .reverse();
}
