/** A draft of this browser meets the server's: whose words stand; pure. */

import type { ServerDraft } from "../../api/writing";
import type { Draft } from "../drafts";

export type Met = "same" | "mine" | "theirs" | "conflict";

/** What this browser and the server last agreed on. */
export interface Agreed {
  revision: number;
  reply: string;
  note: string;
}

export const NEVER: Agreed = { revision: 0, reply: "", note: "" };

/** Nothing that was written since both agreed is ever overwritten unasked. */
export function meets(mine: Draft, theirs: ServerDraft, agreed: Agreed): Met {
  if (sameWords(mine, theirs)) return "same";
  if (theirs.revision === agreed.revision) return "mine";
  if (sameWords(mine, agreed)) return "theirs";
  return theirs.reply.trim() === "" && theirs.note.trim() === "" ? "mine" : "conflict";
}

function sameWords(one: { reply: string; note: string }, other: { reply: string; note: string }): boolean {
  return one.reply === other.reply && one.note === other.note;
}
