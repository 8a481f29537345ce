import { expect, test } from "vitest";
import { inboxPath, readInboxPath } from "../../src/console/inbox/address";
import { inWords, line, turningPoint } from "../../src/console/inbox/context/mood";
import { patience, waitClock, waitInWords } from "../../src/console/inbox/waiting";

const SINCE = "2026-01-01T10:00:00Z";
const after = (minutes: number) => Date.parse(SINCE) + minutes * 60_000;

test.each([
  [0.5, "<1m", "less than a minute", "fresh"],
  [4, "4m", "4 minutes", "fresh"],
  [5, "5m", "5 minutes", "long"],
  [15, "15m", "15 minutes", "overdue"],
  [65, "1h 05m", "1 hour", "overdue"],
  [60 * 50, "2d", "2 days", "overdue"],
])("after %s minutes the wait reads %s", (minutes, short, long, feels) => {
  expect(waitClock(SINCE, after(minutes))).toBe(short);
  expect(waitInWords(SINCE, after(minutes))).toBe(long);
  expect(patience(SINCE, after(minutes))).toBe(feels);
});

test("a clock that runs behind the server shows no negative wait", () => {
  expect(waitClock(SINCE, after(-3))).toBe("<1m");
});

test("addresses are read as they are written, and unknown ones lead to the waiting view", () => {
  expect(readInboxPath(inboxPath("mine", "conv_1"))).toEqual({
    view: "mine",
    conversationId: "conv_1",
    context: false,
  });
  expect(readInboxPath("/console/inbox/all/conv_1/context").context).toBe(true);
  expect(readInboxPath("/console/inbox/nowhere/conv_1")).toEqual({
    view: "waiting",
    conversationId: null,
    context: false,
  });
  expect(readInboxPath("/console/inbox").view).toBe("waiting");
});

test("the mood is drawn evenly, good is up, and its worst fall is found", () => {
  const mood = [
    { seq: 2, value: 1 },
    { seq: 4, value: 0.5 },
    { seq: 6, value: -1 },
  ];
  expect(line(mood, 104, 24, 2)).toEqual([
    { seq: 2, x: 2, y: 2 },
    { seq: 4, x: 52, y: 7 },
    { seq: 6, x: 102, y: 22 },
  ]);
  expect(turningPoint(mood)).toBe(6);
  expect(inWords(mood)).toBe("Content at first, very unhappy now");
  expect(turningPoint([{ seq: 1, value: 0 }])).toBeNull();
});
