/** From the log to what stands on the screen, row by row. */

import type { Draft, Pending, Thread } from "../shared/thread";
import { dayKey } from "../shared/time";
import type { ControlChange, Greeting, Message, StatusChange } from "../shared/wire";

const GROUP_WITHIN = 5 * 60_000;

export type Row =
  | { kind: "day"; key: string; at: string }
  | { kind: "message"; key: string; message: Message; first: boolean; last: boolean; newest: boolean }
  | { kind: "greeting"; key: string; says: string }
  | { kind: "draft"; key: string; draft: Draft; first: boolean }
  | { kind: "pending"; key: string; pending: Pending }
  | {
      kind: "handover";
      key: string;
      change: ControlChange;
      waiting: boolean;
      taker: string | null;
      corrected: Map<number, string>;
    }
  | { kind: "control"; key: string; change: ControlChange }
  | { kind: "status"; key: string; change: StatusChange };

function sameGroup(one: Message, other: Message): boolean {
  const apart = new Date(other.created_at).getTime() - new Date(one.created_at).getTime();
  return one.author.kind === other.author.kind && one.author.id === other.author.id && apart < GROUP_WITHIN;
}

/** The rows of a thread; consecutive messages of one author stand together. The `greeting` is not answered yet. */
export function rowsOf(thread: Thread, greeting: Greeting | null = null): Row[] {
  const rows: Row[] = [];
  let day: number | null = null;
  const dated = (at: string) => {
    if (dayKey(at) === day) return;
    day = dayKey(at);
    rows.push({ kind: "day", key: `day-${day}`, at });
  };
  for (const event of thread.events) {
    const key = `${event.conversation_id}-${event.seq}`;
    switch (event.type) {
      case "message.added": {
        dated(event.data.created_at);
        const { corrects } = event.data;
        if (corrects) correct(rows, corrects);
        if (event.data.greeting) rows.push({ kind: "greeting", key: `${key}-hi`, says: event.data.greeting });
        const before = rows.at(-1);
        const joined = before?.kind === "message" && sameGroup(before.message, event.data);
        if (joined) before.last = false;
        // The key of the draft that it was: the bubble stays where it stands.
        const { id } = event.data;
        rows.push({
          kind: "message",
          key: id,
          message: event.data,
          first: !joined,
          last: true,
          newest: false,
        });
        break;
      }
      case "control.changed": {
        const row = controlRow(thread, key, event.data);
        const handover = rows.findLast((one) => one.kind === "handover");
        if (event.data.holder === "agent" && handover) handover.taker ??= event.data.agent?.name ?? null;
        if (row) rows.push(row);
        break;
      }
      case "status.changed":
        if (event.data.text) rows.push({ kind: "status", key, change: event.data });
        break;
    }
  }
  const newest = rows.findLast((row) => row.kind === "message");
  if (newest?.kind === "message" && thread.pending.length === 0) newest.newest = true;
  return [
    ...rows,
    ...draftRow(thread, rows.at(-1)),
    ...(greeting ? [{ kind: "greeting", key: greeting.id, says: greeting.says } as const] : []),
    ...thread.pending.map((one): Row => ({ kind: "pending", key: one.client_id, pending: one })),
  ];
}

/** The line of the handover stands as the customer put it right. */
function correct(rows: readonly Row[], { seq, line, text }: NonNullable<Message["corrects"]>): void {
  const handover = rows.find((row) => row.kind === "handover" && row.change.seq === seq);
  if (handover?.kind === "handover") handover.corrected.set(line, text);
}

/** What the assistant is saying; it joins the bubble before as the finished message will. */
function draftRow({ draft }: Thread, before: Row | undefined): Row[] {
  if (!draft) return [];
  const joined = before?.kind === "message" && before.message.author.kind === "assistant";
  if (joined) before.last = false;
  return [{ kind: "draft", key: draft.message_id, draft, first: !joined }];
}

function controlRow(thread: Thread, key: string, change: ControlChange): Row | null {
  switch (change.reason) {
    case "handed_over": {
      const waiting = thread.control.holder === "queue" && thread.control.epoch === change.epoch;
      return { kind: "handover", key, change, waiting, taker: null, corrected: new Map() };
    }
    case "accepted":
    case "taken_over":
    case "handed_back":
    case "left_queue":
      return { kind: "control", key, change };
    case "started":
    case "resolved":
      return null;
    default:
      // Also what a server newer than this page tells: what has words for the customer is shown.
      return change.text ? { kind: "control", key, change } : null;
  }
}

/** One or two letters that stand for a name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => word?.charAt(0) ?? "",
  );
  return letters.join("").toLocaleUpperCase();
}
