import { describe, expect, test } from "vitest";
import {
  applyEvent,
  applyHint,
  DRAFT_LASTS,
  EMPTY,
  expirePassing,
  paragraphsOf,
  type Thread,
} from "../../src/shared/thread";
import type { Hint, ThreadEvent } from "../../src/shared/wire";
import { ASSISTANT, CONVERSATION, control, message, randomFrom } from "./log";

function delta(messageId: string, index: number, epoch = 1): Hint {
  return {
    seq: null,
    type: "message.delta",
    conversation_id: CONVERSATION,
    data: { message_id: messageId, index, text: `${messageId}/${epoch}/${index} `, epoch },
  };
}

function cancelled(messageId: string, epoch = 1): Hint {
  return {
    seq: null,
    type: "message.cancelled",
    conversation_id: CONVERSATION,
    data: { message_id: messageId, epoch },
  };
}

type Frame = Hint | ThreadEvent;

function fold(thread: Thread, ...frames: Frame[]): Thread {
  return frames.reduce(
    (now, frame) =>
      frame.seq === null ? applyHint(now, frame as Hint, 0) : applyEvent(now, frame as ThreadEvent),
    thread,
  );
}

const asked = applyEvent(EMPTY, message(1));

describe("a draft", () => {
  test("grows piece by piece, and ends the dots of typing", () => {
    const typing: Hint = {
      seq: null,
      type: "typing",
      conversation_id: CONVERSATION,
      data: { author: ASSISTANT, active: true },
    };
    const thread = fold(asked, typing, delta("m", 0), delta("m", 1), typing);
    expect(thread.draft?.text).toBe("m/1/0 m/1/1 ");
    expect(thread.typing).toEqual([]);
  });

  test("takes no piece twice, none out of order, and none without the first", () => {
    expect(fold(asked, delta("m", 0), delta("m", 0), delta("m", 2)).draft?.next).toBe(1);
    expect(fold(asked, delta("m", 3)).draft).toBeNull();
  });

  test("is gone once the message is there, and late pieces do not bring it back", () => {
    const done = fold(
      asked,
      delta("m", 0),
      message(2, { id: "m", author: ASSISTANT }),
      delta("m", 0),
      delta("m", 1),
    );
    expect(done.draft).toBeNull();
    expect(done.seq).toBe(2);
  });

  test("is gone once it was taken back, and late pieces do not bring it back", () => {
    expect(fold(asked, delta("m", 0), cancelled("m"), delta("m", 0)).draft).toBeNull();
    expect(fold(asked, cancelled("m"), delta("m", 0)).draft).toBeNull();
  });

  test("is gone whatever its name is, once somebody wants to see it first", () => {
    const held = fold(asked, delta("m", 0), cancelled(""));
    expect(held.draft).toBeNull();
    expect(fold(held, delta("m", 1)).draft).toBeNull();
    expect(fold(held, delta("n", 0)).draft?.message_id).toBe("n");
  });

  test("gives way to the draft of a later turn", () => {
    expect(fold(asked, delta("m", 0), delta("n", 0)).draft?.message_id).toBe("n");
  });

  test("stays while the customer writes on", () => {
    expect(fold(asked, delta("m", 0), message(2)).draft?.message_id).toBe("m");
  });

  test("falls with a gap, which may hide that a person took over", () => {
    const thread = fold(asked, delta("m", 0), message(4));
    expect(thread.draft).toBeNull();
    expect(fold(thread, delta("n", 0)).draft).toBeNull();
  });

  test("is not believed under another epoch", () => {
    expect(fold(asked, delta("m", 0, 2)).draft).toBeNull();
    const back = fold(asked, control(2, { epoch: 2 }), control(3, { epoch: 3, holder: "assistant" }));
    expect(fold(back, delta("m", 0, 1)).draft).toBeNull();
    expect(fold(back, delta("m", 0, 3)).draft?.text).toBe("m/3/0 ");
  });

  test("that nothing is added to runs out", () => {
    const thread = fold(asked, delta("m", 0));
    expect(expirePassing(thread, DRAFT_LASTS - 1)).toBe(thread);
    expect(expirePassing(thread, DRAFT_LASTS).draft).toBeNull();
  });
});

test("a draft's words stand in paragraphs, without the signs of markup", () => {
  expect(paragraphsOf("**Delivery**\n\nTwo days.\nOr three.\n\n")).toEqual([
    "Delivery",
    "Two days.\nOr three.",
  ]);
});

/** A talk in which the baton goes back and forth, and everything that a server would say of it. */
function talk(random: () => number): Frame[] {
  const frames: Frame[] = [];
  let seq = 0;
  let epoch = 1;
  let holder: "assistant" | "agent" = "assistant";
  for (let turn = 0; turn < 6; turn += 1) {
    seq += 1;
    frames.push(message(seq));
    const id = `turn_${turn}`;
    const pieces = Math.floor(random() * 5);
    if (holder === "assistant")
      for (let index = 0; index < pieces; index += 1) frames.push(delta(id, index, epoch));
    const dice = random();
    if (holder === "assistant" && dice < 0.4) {
      seq += 1;
      frames.push(message(seq, { id, author: ASSISTANT }));
    } else if (holder === "assistant" && dice < 0.6) frames.push(cancelled(id, epoch));
    if (random() < 0.5) {
      holder = holder === "assistant" ? "agent" : "assistant";
      epoch += 1;
      seq += 1;
      frames.push(control(seq, { holder, epoch }));
      if (random() < 0.5) frames.push(cancelled(id, epoch - 1));
    }
  }
  return frames;
}

/** Loses, doubles and displaces frames. */
function mangled(frames: Frame[], random: () => number): Frame[] {
  return frames
    .flatMap((frame, at) => {
      const dice = random();
      const copies = dice < 0.1 ? 0 : dice < 0.35 ? 2 : 1;
      return Array.from({ length: copies }, () => ({ frame, at: at + random() * 9 }));
    })
    .sort((one, other) => one.at - other.at)
    .map(({ frame }) => frame);
}

function asksFor(frames: Frame[], after: number): ThreadEvent[] {
  return frames.filter((frame): frame is ThreadEvent => frame.seq !== null && frame.seq > after);
}

describe("however frames are lost, doubled and displaced", () => {
  test.each(Array.from({ length: 300 }, (_, seed) => seed + 1))(
    "no token of the assistant shows after a person took over (seed %i)",
    (seed) => {
      const random = randomFrom(seed);
      const frames = talk(random);
      let thread = EMPTY;
      let heardEpoch = 1;
      let away = false;
      const hear = (frame: Frame) => {
        thread = fold(thread, frame);
        if (frame.type !== "control.changed" || frame.data.epoch <= heardEpoch) return;
        heardEpoch = frame.data.epoch;
        away = frame.data.holder !== "assistant";
      };
      for (const frame of mangled(frames, random)) {
        hear(frame);
        const shown = thread.draft;
        if (away) expect(shown).toBeNull();
        if (shown) {
          const pieces = shown.text.trim().split(" ");
          expect(pieces).toEqual(
            pieces.map((_, index) => `${shown.message_id}/${thread.control.epoch}/${index}`),
          );
          expect(thread.control.epoch).toBe(heardEpoch);
        }
        if (random() < 0.15) asksFor(frames, thread.seq).slice(0, 4).forEach(hear);
      }
      thread = fold(thread, ...asksFor(frames, thread.seq));
      if (thread.control.holder !== "assistant") expect(thread.draft).toBeNull();
    },
  );
});
