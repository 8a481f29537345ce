/** A made-up conversation for the tests: a log of any length and the shapes that travel. */

import type { ApiError, Author, ControlChange, Message, Queue, ThreadEvent } from "../../src/shared/wire";

export const CONVERSATION = "conv_1";
export const ASSISTANT: Author = { kind: "assistant", id: null, name: "Assistant" };
export const MAYA: Author = { kind: "agent", id: "agt_maya", name: "Maya" };
export const CAROL: Author = { kind: "customer", id: "cus_carol", name: "Carol" };
export const TOO_LONG: ApiError = {
  type: "invalid_request_error",
  code: "parameter_invalid",
  message: "The message is longer than 4,000 characters.",
  param: "text",
  request_id: "req_1",
};

export function message(seq: number, given: Partial<Message> = {}): ThreadEvent {
  const text = given.text ?? `Message ${seq}`;
  return {
    seq,
    type: "message.added",
    conversation_id: CONVERSATION,
    data: {
      id: `msg_${seq}`,
      seq,
      author: CAROL,
      text,
      html: `<p>${text}</p>`,
      sources: [],
      client_id: null,
      created_at: "2026-11-22T10:42:00Z",
      offers_person: false,
      ai: false,
      attachments: [],
      corrects: null,
      greeting: null,
      checked_by: null,
      choices: [],
      form: "",
      ...given,
    },
  };
}

/** Where somebody stands who waits, with nothing known beside the place. */
export function standing(position: number | null, given: Partial<Queue> = {}): Queue {
  return {
    position,
    wait: null,
    opens_at: null,
    closes_at: null,
    choices: ["call", "mail", "assistant", "leave"],
    chosen: "",
    call: null,
    mail: null,
    ...given,
  };
}

export function control(seq: number, given: Partial<ControlChange> = {}): ThreadEvent {
  return {
    seq,
    type: "control.changed",
    conversation_id: CONVERSATION,
    data: {
      seq,
      holder: "queue",
      agent: null,
      team: null,
      epoch: seq,
      since: "2026-11-22T10:43:00Z",
      reason: "handed_over",
      text: "I am passing you to a person.",
      passed_on: [],
      ...given,
    },
  };
}

export function resolved(seq: number): ThreadEvent {
  return {
    seq,
    type: "status.changed",
    conversation_id: CONVERSATION,
    data: {
      seq,
      status: "resolved",
      text: "Resolved.",
      at: "2026-11-22T10:50:00Z",
      notice: false,
      by: "agent",
    },
  };
}

/** A log of `length` events of all three types. */
export function logOf(length: number): ThreadEvent[] {
  return Array.from({ length }, (_, index) => {
    const seq = index + 1;
    if (seq % 7 === 0) return control(seq, { holder: seq % 2 === 0 ? "queue" : "agent" });
    if (seq % 11 === 0) return resolved(seq);
    return message(seq);
  });
}

/** Seeded random numbers, 0 to 1 (mulberry32), so that a failing case can be run again. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
