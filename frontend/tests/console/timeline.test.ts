import { describe, expect, test } from "vitest";
import { answeredSinceHandover, controlInWords, timeline } from "../../src/console/inbox/thread/timeline";
import { addPending, applyEvents, threadOf } from "../../src/shared/thread";
import type { ControlChange, ThreadEvent } from "../../src/shared/wire";
import { ASSISTANT, CAROL, MAYA, note, passed, said } from "./cast";

const at = (time: string) => `2026-01-02T${time}Z`;
const fold = (...events: ThreadEvent[]) => applyEvents(threadOf("conv_1"), events);
const kinds = (...args: Parameters<typeof timeline>) => timeline(...args).map((item) => item.kind);

describe("the timeline", () => {
  test("begins each day with its name and keeps the order of the log", () => {
    const thread = fold(said(1, CAROL, "2026-01-01T12:00:00Z"), said(2, ASSISTANT, at("12:00:00")));
    expect(kinds(thread, [])).toEqual(["day", "message", "day", "message"]);
  });

  test("a note stands where it was written", () => {
    const thread = fold(said(1, CAROL, at("12:00:00")), said(2, MAYA, at("12:10:00")));
    expect(kinds(thread, [note("note_1", at("12:05:00"))])).toEqual(["day", "message", "note", "message"]);
    expect(kinds(thread, [note("note_1", at("12:30:00"))])).toEqual(["day", "message", "message", "note"]);
  });

  test("messages of one voice close together are one group", () => {
    const thread = fold(
      said(1, CAROL, at("12:00:00")),
      said(2, CAROL, at("12:01:00")),
      said(3, CAROL, at("12:30:00")),
    );
    const groups = timeline(thread, []).flatMap((item) =>
      item.kind === "message" ? [[item.first, item.last]] : [],
    );
    expect(groups).toEqual([
      [true, false],
      [false, true],
      [true, true],
    ]);
  });

  test("what is being sent stands at the foot", () => {
    const thread = fold(said(1, CAROL, at("12:00:00")));
    const sending = addPending(
      thread,
      { client_id: "c1", kind: "send", text: "Hi", attachments: [] },
      Date.parse(at("12:01:00")),
    );
    expect(kinds(sending, [note("note_1", at("12:00:30"))]).at(-1)).toBe("pending");
  });

  test("the start and the echo of an end are not told", () => {
    const thread = fold(passed(1, "started", at("12:00:00")), passed(2, "resolved", at("12:00:01")));
    expect(kinds(thread, [])).toEqual([]);
  });
});

describe("the suggested reply", () => {
  test("is overtaken once a person has answered after the handover, and fresh after the next one", () => {
    const handover = [said(1, CAROL, at("12:00:00")), passed(2, "handed_over", at("12:00:01"))];
    const answered = [...handover, passed(3, "accepted", at("12:01:00")), said(4, MAYA, at("12:02:00"))];
    const again = [...answered, passed(5, "handed_over", at("12:03:00"))];
    expect(answeredSinceHandover(fold(...handover))).toBe(false);
    expect(answeredSinceHandover(fold(...answered))).toBe(true);
    expect(answeredSinceHandover(fold(...again))).toBe(false);
  });
});

describe("control changes in words", () => {
  const change = (reason: ControlChange["reason"]) => passed(1, reason, at("12:00:00")).data as ControlChange;

  test("name the team and the reason, and call the reader you", () => {
    expect(controlInWords(change("handed_over"), "agt_x", "Customer asks for a person")).toBe(
      "Passed to Orders: Customer asks for a person",
    );
    expect(controlInWords(change("accepted"), "agt_maya", null)).toBe("You accepted");
    expect(controlInWords(change("taken_over"), "agt_x", null)).toBe("Maya took over");
  });
});
