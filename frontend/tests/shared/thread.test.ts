import { describe, expect, test } from "vitest";
import {
  acknowledge,
  addPending,
  applyEvent,
  applyEvents,
  applyHint,
  EMPTY,
  expirePassing,
  isStale,
  messagesOf,
  refuse,
  type Thread,
  TYPING_LASTS,
  threadOf,
} from "../../src/shared/thread";
import type { Hint, ThreadEvent } from "../../src/shared/wire";
import {
  ASSISTANT,
  CONVERSATION,
  control,
  logOf,
  MAYA,
  message,
  randomFrom,
  resolved,
  standing,
  TOO_LONG,
} from "./log";

const pendingHello = { client_id: "c1", kind: "send", text: "Hello", attachments: [] } as const;

function typing(author = ASSISTANT, active = true): Hint {
  return { seq: null, type: "typing", conversation_id: CONVERSATION, data: { author, active } };
}

function seqs(thread: Thread): number[] {
  return thread.events.map((event) => event.seq);
}

describe("the sequence", () => {
  test("events in order are folded in", () => {
    const thread = applyEvents(EMPTY, [message(1), message(2)]);
    expect(thread.seq).toBe(2);
    expect(thread.id).toBe(CONVERSATION);
    expect(messagesOf(thread).map((one) => one.text)).toEqual(["Message 1", "Message 2"]);
  });

  test("an event seen already changes nothing", () => {
    const thread = applyEvents(EMPTY, [message(1), message(2)]);
    expect(applyEvent(thread, message(1))).toBe(thread);
    expect(applyEvent(thread, message(2))).toBe(thread);
  });

  test("an event of another conversation changes nothing", () => {
    const thread = applyEvent(EMPTY, message(1));
    expect(applyEvent(thread, { ...message(2), conversation_id: "conv_2" })).toBe(thread);
  });

  test("a gap is not shown but asks for the rest", () => {
    const thread = applyEvents(EMPTY, [message(1), message(3)]);
    expect(seqs(thread)).toEqual([1]);
    expect(isStale(thread)).toBe(true);
    expect(isStale(applyEvents(thread, [message(2), message(3)]))).toBe(false);
  });

  test("an event dropped while the answer was under way keeps the thread stale", () => {
    const gap = applyEvents(EMPTY, [message(1), message(3), message(4)]);
    const answered = applyEvents(gap, [message(2), message(3)]);
    expect(isStale(answered)).toBe(true);
    expect(isStale(applyEvent(answered, message(4)))).toBe(false);
  });
});

describe("whatever the network does, the screen shows 1..n once and in order", () => {
  function shuffled(events: ThreadEvent[], random: () => number): ThreadEvent[] {
    return events
      .map((event) => ({ event, at: event.seq + random() * 12 }))
      .sort((a, b) => a.at - b.at)
      .map(({ event }) => event);
  }

  test.each(Array.from({ length: 60 }, (_, seed) => seed + 1))("seed %i", (seed) => {
    const random = randomFrom(seed);
    const log = logOf(5 + Math.floor(random() * 60));
    const sent = shuffled(
      log.flatMap((event) => {
        const dice = random();
        return dice < 0.2 ? [] : dice < 0.5 ? [event, event] : [event];
      }),
      random,
    );
    let thread: Thread = EMPTY;
    for (const event of sent) {
      thread = applyEvent(thread, event);
      expect(seqs(thread)).toEqual(log.slice(0, thread.seq).map((one) => one.seq));
      if (isStale(thread) && random() < 0.3) {
        const after = thread.seq;
        const until = after + 1 + Math.floor(random() * 10);
        thread = applyEvents(
          thread,
          log.filter((one) => one.seq > after && one.seq <= until),
        );
      }
    }
    thread = applyEvents(thread, log.slice(thread.seq));
    expect(isStale(thread)).toBe(false);
    expect(thread).toEqual(applyEvents(EMPTY, log));
  });
});

describe("one's own messages", () => {
  test("the log's copy takes the place of the pending one", () => {
    const waiting = addPending(EMPTY, pendingHello, 0);
    const thread = applyEvent(waiting, message(1, { client_id: "c1", text: "Hello" }));
    expect(thread.pending).toEqual([]);
    expect(messagesOf(thread)).toHaveLength(1);
  });

  test("an acknowledgement before the event keeps the bubble and knows that the log is ahead", () => {
    const thread = acknowledge(addPending(EMPTY, pendingHello, 0), {
      op: "ack",
      client_id: "c1",
      seq: 1,
      conversation_id: CONVERSATION,
    });
    expect(thread.pending[0]?.seq).toBe(1);
    expect(isStale(thread)).toBe(true);
  });

  test("an acknowledgement after the event leaves nothing pending", () => {
    const shown = applyEvent(EMPTY, message(1, { client_id: "c1" }));
    const again = addPending(shown, pendingHello, 0);
    const ack = { op: "ack", client_id: "c1", seq: 1, conversation_id: CONVERSATION } as const;
    const thread = acknowledge(again, ack);
    expect(thread.pending).toEqual([]);
    expect(isStale(thread)).toBe(false);
  });

  test("a refused message stays with its reason and can be sent again", () => {
    const refused = refuse(addPending(EMPTY, pendingHello, 0), "c1", TOO_LONG);
    expect(refused.pending[0]?.error).toEqual(TOO_LONG);
    const again = addPending(refused, pendingHello, 5);
    expect(again.pending).toEqual([{ ...pendingHello, at: 5, seq: null, error: null }]);
  });

  test("a new conversation takes along what was not sent, and nothing else", () => {
    const old = addPending(applyEvents(EMPTY, logOf(4)), pendingHello, 0);
    expect(threadOf("conv_2", old.pending)).toEqual({ ...EMPTY, id: "conv_2", pending: old.pending });
  });
});

describe("hints", () => {
  const open = applyEvent(EMPTY, message(1));

  test("typing shows until it runs out", () => {
    const thread = applyHint(open, typing(MAYA), 1_000);
    expect(thread.typing.map((one) => one.author)).toEqual([MAYA]);
    expect(expirePassing(thread, 1_000 + TYPING_LASTS - 1)).toBe(thread);
    expect(expirePassing(thread, 1_000 + TYPING_LASTS).typing).toEqual([]);
  });

  test("typing renewed counts once; typing ended is gone", () => {
    const twice = applyHint(applyHint(open, typing(), 0), typing(), 500);
    expect(twice.typing).toHaveLength(1);
    expect(applyHint(twice, typing(ASSISTANT, false), 600).typing).toEqual([]);
  });

  test("a message ends its author's typing only", () => {
    const both = applyHint(applyHint(open, typing(), 0), typing(MAYA), 0);
    const thread = applyEvent(both, message(2, { author: MAYA }));
    expect(thread.typing.map((one) => one.author)).toEqual([ASSISTANT]);
  });

  test("a notice, such as that a person checks the answer, ends the assistant's typing only", () => {
    const both = applyHint(applyHint(open, typing(), 0), typing(MAYA), 0);
    const data = {
      seq: 2,
      status: "open" as const,
      text: "A person looks first.",
      at: "",
      notice: true,
      by: null,
    };
    const told: ThreadEvent = { seq: 2, type: "status.changed", conversation_id: CONVERSATION, data };
    expect(applyEvent(both, told).typing.map((one) => one.author)).toEqual([MAYA]);
  });

  test("after a person took over the assistant is not shown typing, however late the hint", () => {
    const taken = applyEvent(applyHint(open, typing(), 0), control(2, { holder: "agent" }));
    expect(taken.typing).toEqual([]);
    expect(applyHint(taken, typing(), 1).typing).toEqual([]);
  });

  test("the place in the queue lives as long as the queue", () => {
    const moved: Hint = {
      seq: null,
      type: "queue.moved",
      conversation_id: CONVERSATION,
      data: standing(2),
    };
    const queued = applyHint(applyEvent(open, control(2)), moved, 0);
    expect(queued.queue?.position).toBe(2);
    expect(applyEvent(queued, control(3, { holder: "agent" })).queue).toBeNull();
  });

  test("a hint of another conversation changes nothing", () => {
    expect(applyHint(open, { ...typing(), conversation_id: "conv_2" }, 0)).toBe(open);
  });
});

test("control and status follow the log", () => {
  const thread = applyEvents(EMPTY, [
    message(1),
    control(2, { holder: "agent", agent: { id: "agt_maya", name: "Maya" }, epoch: 2 }),
    resolved(3),
  ]);
  expect(thread.control.agent?.name).toBe("Maya");
  expect(thread.control.epoch).toBe(2);
  expect(thread.status).toBe("resolved");
});
