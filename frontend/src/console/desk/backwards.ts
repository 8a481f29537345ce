/** A thread that is read from its end: what is not loaded lies before its first event; pure. */

import type { LogPage } from "../../shared/api";
import { applyEvents, type Thread } from "../../shared/thread";
import type { ThreadEvent } from "../../shared/wire";

/** A page of a log's end, and where the conversation stood when it was read. */
export type End = LogPage;

/** Begins a thread at the end of its log; one that was begun meanwhile stays. */
export function beginAtEnd(thread: Thread, { data, conversation }: End): Thread {
  const first = data[0];
  if (thread.seq > 0 || !first) return thread;
  const { status, control } = conversation;
  return applyEvents({ ...thread, status, control, from: first.seq - 1, seq: first.seq - 1 }, data);
}

/** Puts what came before in front; a page that does not join on is dropped. */
export function prepend(thread: Thread, events: readonly ThreadEvent[]): Thread {
  const [first, last] = [events[0], events.at(-1)];
  if (!first || last?.seq !== thread.from) return thread;
  return { ...thread, from: first.seq - 1, events: [...events, ...thread.events] };
}
