import { beforeEach, describe, expect, test } from "vitest";
import { Gates, READ_AFTER } from "../../src/console/inbox/thread/guard/gate";
import { newsSince } from "../../src/console/inbox/thread/guard/news";
import { applyEvents, type Thread, threadOf } from "../../src/shared/thread";
import type { Author, ThreadEvent } from "../../src/shared/wire";
import { ASSISTANT, CAROL, MAYA, passed, said } from "./cast";

const AT = "2026-01-02T12:00:00Z";
const SAM: Author = { kind: "agent", id: "agt_sam", name: "Sam" };
const ME = "agt_maya";

let gates: Gates;
let thread: Thread;
let sent: string[];

const add = (...events: ThreadEvent[]) => {
  thread = applyEvents(thread, events);
};
const send = (words: string) => gates.before("conv_1", () => sent.push(words));

beforeEach(() => {
  gates = new Gates();
  sent = [];
  thread = applyEvents(threadOf("conv_1"), [said(1, CAROL, AT, "Hello")]);
  gates.follow("conv_1", () => ({ thread, meId: ME }));
});

describe("news of a thread", () => {
  test.each([
    ["a customer's words", said(2, CAROL, AT, "More"), ["customer"]],
    ["a colleague's reply", said(2, SAM, AT, "Mine"), ["answer"]],
    ["the assistant's words", said(2, ASSISTANT, AT, "Mine"), ["answer"]],
    ["one's own reply", said(2, MAYA, AT, "Mine"), []],
  ])("%s", (_, event, kinds) => {
    add(event);
    expect(newsSince(thread, 1, ME).map((one) => one.kind)).toEqual(kinds);
  });

  test("the baton in a colleague's hand is news, in one's own it is none", () => {
    add(passed(2, "taken_over", AT));
    expect(newsSince(thread, 1, "agt_sam")).toMatchObject([
      { kind: "moved", who: "Maya", text: "has it now" },
    ]);
    expect(newsSince(thread, 1, ME)).toEqual([]);
  });
});

describe("a reply that is sent", () => {
  test("goes at once when nothing came", () => {
    gates.wrote("conv_1", "Hi", 0);
    send("Hi");
    expect(sent).toEqual(["Hi"]);
  });

  test("waits for a look when the customer wrote just before, and goes when told to", () => {
    gates.wrote("conv_1", "Hi", 0);
    add(said(2, CAROL, AT, "Never mind"));
    gates.came("conv_1", 1_000);
    send("Hi");
    expect(sent).toEqual([]);
    gates.sendAnyway("conv_1");
    expect(sent).toEqual(["Hi"]);
    gates.sendAnyway("conv_1");
    expect(sent).toEqual(["Hi"]);
  });

  test("goes when the writer went on writing a while after the customer's words", () => {
    gates.wrote("conv_1", "Hi", 0);
    add(said(2, CAROL, AT, "Never mind"));
    gates.came("conv_1", 1_000);
    gates.wrote("conv_1", "Hi the", 1_000 + READ_AFTER);
    send("Hi there");
    expect(sent).toEqual(["Hi there"]);
  });

  test("never crosses a colleague's without a look, however long one writes on", () => {
    gates.wrote("conv_1", "Hi", 0);
    add(said(2, SAM, AT, "Done already"));
    gates.came("conv_1", 0);
    gates.wrote("conv_1", "Hi there", 60_000);
    send("Hi there");
    expect(sent).toEqual([]);
    gates.looked("conv_1");
    send("Hi there");
    expect(sent).toEqual(["Hi there"]);
  });

  test("what came before the first letter is no news, and an emptied field forgets", () => {
    add(said(2, SAM, AT, "Done already"));
    gates.wrote("conv_1", "Thanks", 0);
    add(said(3, SAM, AT, "And this"));
    gates.wrote("conv_1", "", 10);
    gates.wrote("conv_1", "Thanks Sam", 20);
    send("Thanks Sam");
    expect(sent).toEqual(["Thanks Sam"]);
  });
});
