/** Which changes of a row are worth calling somebody for; pure. */

import { t } from "@lingui/core/macro";
import type { ConversationRow } from "../../desk/wire";

export type Topic = "offered" | "reply" | "waiting" | "alert";

export interface Call {
  topic: Topic;
  /** Of two calls with one tag only the newer shows. */
  tag: string;
  title: string;
  body: string;
  /** Where a click leads. */
  href: string;
}

/** A row that is heard of for the first time is news only if what it tells happened this recently. */
const RECENT = 20_000;

const isRecent = (iso: string | null | undefined, now: number): boolean =>
  iso != null && now - Date.parse(iso) < RECENT;

const callFor = (row: ConversationRow, topic: Topic, title: string): Call => ({
  topic,
  tag: `${topic}-${row.id}`,
  title,
  body: row.last_message?.text ?? "",
  href: `/console/inbox/${topic === "reply" ? "mine" : "waiting"}/${row.id}`,
});

function isOffered(
  row: ConversationRow,
  before: ConversationRow | undefined,
  to: { id: string; now: number },
): boolean {
  if (row.offered_to?.id !== to.id || row.control.holder !== "queue") return false;
  if (before) return before.offered_to?.id !== to.id || before.offered_until !== row.offered_until;
  return isRecent(row.waiting_since, to.now);
}

function hasReplied(row: ConversationRow, before: ConversationRow | undefined, now: number): boolean {
  if (row.last_message?.author.kind !== "customer") return false;
  const at = row.last_message.created_at;
  return before ? before.last_message?.created_at !== at : isRecent(at, now);
}

/** The call that a changed row makes to somebody; null when it makes none. */
export function callOf(
  row: ConversationRow,
  before: ConversationRow | undefined,
  who: { id: string; teams: readonly string[]; now: number },
): Call | null {
  const { name } = row.customer;
  if (row.status === "resolved") return null;
  if (isOffered(row, before, who)) return callFor(row, "offered", t`${name} is offered to you`);
  const mine = row.control.holder === "agent" && row.control.agent?.id === who.id;
  if (mine && hasReplied(row, before, who.now)) return callFor(row, "reply", t`${name} wrote`);
  const team = row.control.team?.id;
  const mayTake = row.control.holder === "queue" && (team === undefined || who.teams.includes(team));
  const begins = before ? before.control.holder !== "queue" : isRecent(row.waiting_since, who.now);
  return mayTake && begins && row.offered_to === null
    ? callFor(row, "waiting", t`${name} waits for a person`)
    : null;
}
