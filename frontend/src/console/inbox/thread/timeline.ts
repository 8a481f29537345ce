/** What a thread shows, top to bottom: the log, the desk's notes between, and what is still being sent. */

import { t } from "@lingui/core/macro";
import { type Draft, messageOf, type Pending, type Thread } from "../../../shared/thread";
import { dayKey } from "../../../shared/time";
import type { ControlChange, Message, StatusChange, ThreadEvent } from "../../../shared/wire";
import type { Note } from "../../desk/wire";

export type Item =
  | { kind: "day"; key: string; at: string }
  | { kind: "message"; key: string; at: string; message: Message; first: boolean; last: boolean }
  | { kind: "control"; key: string; at: string; change: ControlChange }
  | { kind: "status"; key: string; at: string; change: StatusChange }
  | { kind: "note"; key: string; at: string; note: Note }
  | { kind: "pending"; key: string; at: string; pending: Pending };

const GROUP_WITHIN = 5 * 60_000;

function itemOf(event: ThreadEvent): Item {
  const key = `seq-${event.seq}`;
  switch (event.type) {
    case "message.added": {
      const message = event.data;
      // The key of the draft that it was: the bubble stays where it stands.
      return { kind: "message", key: message.id, at: message.created_at, message, first: true, last: true };
    }
    case "control.changed":
      return { kind: "control", key, at: event.data.since, change: event.data };
    case "status.changed":
      return { kind: "status", key, at: event.data.at, change: event.data };
  }
}

/** The end of a conversation is told once, by its status; the control change beside it says the same. */
function isEcho(item: Item): boolean {
  return item.kind === "control" && (item.change.reason === "resolved" || item.change.reason === "started");
}

/** Notes stand where they were written; the log keeps its own order whatever the clocks say. */
function withNotes(log: Item[], notes: readonly Note[]): Item[] {
  const items: Item[] = [];
  const left = [...notes].sort((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at));
  const place = (note: Note): Item => ({ kind: "note", key: note.id, at: note.created_at, note });
  for (const item of log) {
    while (left[0] && Date.parse(left[0].created_at) < Date.parse(item.at)) {
      items.push(place(left[0]));
      left.shift();
    }
    items.push(item);
  }
  return [...items, ...left.map(place)];
}

function continues(before: Item | undefined, item: Item): boolean {
  if (before?.kind !== "message" || item.kind !== "message") return false;
  const [one, other] = [before.message.author, item.message.author];
  const near = Date.parse(item.at) - Date.parse(before.at) < GROUP_WITHIN;
  return near && one.kind === other.kind && one.id === other.id && dayKey(before.at) === dayKey(item.at);
}

function grouped(items: Item[]): Item[] {
  return items.map((item, index) => {
    if (item.kind !== "message") return item;
    const next = items[index + 1];
    return {
      ...item,
      first: !continues(items[index - 1], item),
      last: !(next && continues(item, next)),
    };
  });
}

function withDays(items: Item[], before?: Item): Item[] {
  let today = before ? dayKey(before.at) : null;
  return items.flatMap((item): Item[] => {
    const day = dayKey(item.at);
    if (day === today) return [item];
    today = day;
    return [{ kind: "day", key: `day-${day}-${item.key}`, at: item.at }, item];
  });
}

function pendingItem(pending: Pending): Item {
  const at = new Date(pending.at).toISOString();
  return { kind: "pending", key: `pending-${pending.client_id}`, at, pending };
}

/** What the assistant is saying stands where the message will. */
function draftItem(draft: Draft, before: Item | undefined): Item {
  const joined = before?.kind === "message" && before.message.author.kind === "assistant";
  const at = before?.at ?? "";
  return {
    kind: "message",
    key: draft.message_id,
    at,
    message: messageOf(draft),
    first: !joined,
    last: false,
  };
}

/** Everything of the log and the notes, in reading order and by days; notes of the part that is not loaded wait for it. */
export function storedItems(
  { events, from }: Pick<Thread, "events" | "from">,
  notes: readonly Note[],
): Item[] {
  const log = events.map(itemOf).filter((item) => !isEcho(item));
  const since = from > 0 ? Date.parse(log[0]?.at ?? "") : Number.NEGATIVE_INFINITY;
  const near = notes.filter((note) => !(Date.parse(note.created_at) < since));
  return withDays(grouped(withNotes(log, near)));
}

/** The same with what is being said and sent. */
export function shownItems(
  stored: readonly Item[],
  { draft, pending }: Pick<Thread, "draft" | "pending">,
): Item[] {
  const said = draft ? [draftItem(draft, stored.at(-1))] : [];
  const passing = [...said, ...pending.map(pendingItem)];
  return [...stored, ...withDays(passing, stored.at(-1))];
}

/** Everything a thread shows, in reading order. */
export function timeline(thread: Thread, notes: readonly Note[]): Item[] {
  return shownItems(storedItems(thread, notes), thread);
}

/** Where an entry of the log stands among the items, or the next one that is shown; -1 when none is. */
export function indexOfSeq(items: readonly Item[], seq: number): number {
  return items.findIndex((item) => {
    if (item.kind === "message") return item.message.seq >= seq;
    return (item.kind === "control" || item.kind === "status") && item.change.seq >= seq;
  });
}

/** The last reply that the customer has seen and not yet answered; an answer says by itself that it was seen. */
export function seenReply(thread: Thread, seen: number): number | null {
  const message = thread.events.findLast((event) => event.type === "message.added" && event.seq <= seen);
  if (message?.type !== "message.added" || message.data.author.kind !== "agent") return null;
  return message.seq;
}

/** True once a person has answered the customer since the last handover. */
export function answeredSinceHandover(thread: Thread): boolean {
  const handover = thread.events.findLastIndex(
    (event) => event.type === "control.changed" && event.data.reason === "handed_over",
  );
  const later = thread.events.slice(handover + 1);
  const replied = later.some((event) => event.type === "message.added" && event.data.author.kind === "agent");
  return replied || thread.pending.length > 0;
}

/** A control change in the desk's words. */
export function controlInWords(change: ControlChange, meId: string, trigger: string | null): string {
  const mine = change.agent?.id === meId;
  const who = change.agent?.name ?? t`An agent`;
  const team = change.team?.name;
  switch (change.reason) {
    case "started":
      return t`The assistant began`;
    case "handed_over":
      return passedInWords(team, trigger);
    case "accepted":
      return mine ? t`You accepted` : t`${who} accepted`;
    case "taken_over":
      return mine ? t`You took over` : t`${who} took over`;
    case "handed_back":
      return t`Handed back to the assistant`;
    case "transferred":
      return team ? t`Passed on to ${team}` : t`Passed on to the queue`;
    case "returned":
      return team
        ? t`Returned to ${team}: nobody answered in time`
        : t`Returned to the queue: nobody answered in time`;
    case "let_go":
      return team
        ? t`Back to ${team}: who had it is not here any more`
        : t`Back to the queue: who had it is not here any more`;
    case "resolved":
      return t`Resolved`;
    case "left_queue":
      return t`The customer left the queue`;
    case "undone":
      return t`Put back as it was`;
  }
}

function passedInWords(team: string | undefined, why: string | null): string {
  const passed = team ? t`Passed to ${team}` : t`Passed to the queue`;
  return why ? `${passed}: ${why}` : passed;
}
