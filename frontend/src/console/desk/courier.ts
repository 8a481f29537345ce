/** The desk's frames by REST, for networks that block sockets. */

import { type Courier, Hangup } from "../../shared/polling";
import { NOT_HERE, SLOW_DOWN, WHO_ARE_YOU } from "../../shared/socket";
import { Problem } from "../api/client";
import { fetchEvents, fetchMe, fetchUpdates } from "../api/conversations";
import type { DeskFrame, DeskReply } from "./wire";

const WAIT = 20;
const LOST = 1006;
const CLOSES: Record<number, number> = { 401: WHO_ARE_YOU, 403: NOT_HERE, 429: SLOW_DOWN };

function asHangup(reason: unknown): never {
  throw reason instanceof Problem ? new Hangup(CLOSES[reason.status] ?? LOST) : reason;
}

export function courier(): Courier<DeskFrame, DeskReply> {
  let watched = "";
  let seq = 0;

  async function watch(id: string, after: number, signal: AbortSignal): Promise<DeskReply[]> {
    watched = id;
    const page = await fetchEvents(id, after, signal).catch((reason: unknown) => {
      if (reason instanceof Problem && reason.status === 404) return null;
      throw reason;
    });
    if (page === null) {
      watched = "";
      return [];
    }
    seq = page.data.at(-1)?.seq ?? after;
    return [{ op: "watching", conversation_id: id, events: page.data, has_more: page.has_more }];
  }

  async function carry(frame: DeskFrame, signal: AbortSignal): Promise<DeskReply[]> {
    switch (frame.op) {
      case "watch":
        return watch(frame.conversation_id, frame.last_seq, signal);
      case "unwatch":
        if (watched === frame.conversation_id) watched = "";
        return [];
      case "send":
      case "typing":
      case "presence":
      case "watch_control_room":
      case "unwatch_control_room":
        // Known by live sockets only; words go by REST where no socket stands.
        return [];
    }
  }

  async function wait(signal: AbortSignal): Promise<DeskReply[]> {
    const { events, hints } = await fetchUpdates(
      { conversation_id: watched, after_seq: seq, wait: WAIT },
      signal,
    );
    seq = events.at(-1)?.seq ?? seq;
    return [...events, ...hints];
  }

  return {
    begin: async (signal) => {
      // The first question is a sign of life: after it the server knows that this agent is here.
      await fetchUpdates({ conversation_id: "", after_seq: 0, wait: 0 }, signal).catch(asHangup);
      const agent = await fetchMe(signal).catch(asHangup);
      return [{ op: "welcome", agent }];
    },
    carry: (frame, signal) => carry(frame, signal).catch(asHangup),
    wait: (signal) => wait(signal).catch(asHangup),
    place: () => watched,
  };
}
