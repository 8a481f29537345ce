import { expect, test } from "vitest";
import { addPending, applyEvents, EMPTY } from "../../src/shared/thread";
import { initials, type Row, rowsOf } from "../../src/widget/rows";
import { ASSISTANT, control, MAYA, message, resolved } from "../shared/log";

function only<Kind extends Row["kind"]>(rows: Row[], kind: Kind): Extract<Row, { kind: Kind }>[] {
  return rows.filter((row): row is Extract<Row, { kind: Kind }> => row.kind === kind);
}

test("each day is named once, before its first message", () => {
  const rows = rowsOf(
    applyEvents(EMPTY, [
      message(1, { created_at: "2026-11-20T12:00:00Z" }),
      message(2, { created_at: "2026-11-20T12:01:00Z" }),
      message(3, { created_at: "2026-11-22T12:00:00Z" }),
    ]),
  );
  expect(rows.map((row) => row.kind)).toEqual(["day", "message", "message", "day", "message"]);
});

test("messages of one author close together are one group", () => {
  const rows = rowsOf(
    applyEvents(EMPTY, [
      message(1, { created_at: "2026-11-20T12:00:00Z" }),
      message(2, { created_at: "2026-11-20T12:01:00Z" }),
      message(3, { created_at: "2026-11-20T12:20:00Z" }),
      message(4, { created_at: "2026-11-20T12:21:00Z", author: ASSISTANT }),
    ]),
  );
  expect(only(rows, "message").map((row) => [row.first, row.last])).toEqual([
    [true, false],
    [false, true],
    [true, true],
    [true, true],
  ]);
});

test("only the newest message offers a person, and none while one's own is under way", () => {
  const thread = applyEvents(EMPTY, [message(1), message(2, { author: ASSISTANT })]);
  expect(only(rowsOf(thread), "message").map((row) => row.newest)).toEqual([false, true]);
  const asked = addPending(
    thread,
    { client_id: "c1", kind: "ask_person", text: "A person", attachments: [] },
    0,
  );
  expect(only(rowsOf(asked), "message").map((row) => row.newest)).toEqual([false, false]);
});

test("a handover waits until somebody takes it, and then names who did", () => {
  const waiting = applyEvents(EMPTY, [message(1), control(2)]);
  expect(only(rowsOf(waiting), "handover")).toMatchObject([{ waiting: true, taker: null }]);
  const taken = applyEvents(waiting, [
    control(3, { holder: "agent", agent: { id: "agt_maya", name: "Maya" }, reason: "accepted" }),
  ]);
  expect(only(rowsOf(taken), "handover")).toMatchObject([{ waiting: false, taker: "Maya" }]);
  expect(only(rowsOf(taken), "control")).toHaveLength(1);
});

test("the start of a conversation and a status without words leave no line", () => {
  const rows = rowsOf(
    applyEvents(EMPTY, [
      control(1, { holder: "assistant", reason: "started" }),
      message(2, { author: MAYA }),
      resolved(3),
    ]),
  );
  expect(rows.map((row) => row.kind)).toEqual(["day", "message", "status"]);
});

test.each([
  ["Maya Okafor", "MO"],
  ["maya", "M"],
  ["Jean Luc van Dam", "JD"],
  ["", ""],
])("%o is shortened to %o", (name, letters) => {
  expect(initials(name)).toBe(letters);
});
