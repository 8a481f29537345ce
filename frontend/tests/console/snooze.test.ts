import { describe, expect, test } from "vitest";
import { choices, fieldValue } from "../../src/console/inbox/snooze/times";
import { untilInWords, whenOf } from "../../src/console/inbox/waiting";
import { row } from "./cast";

const names = (now: Date) => choices(now).map((choice) => choice.name);
const local = (...parts: [number, number, number, number?, number?]) =>
  new Date(parts[0], parts[1] - 1, parts[2], parts[3] ?? 0, parts[4] ?? 0);

describe("the usual times", () => {
  test("on a Wednesday at ten all are offered", () => {
    const now = local(2026, 11, 18, 10, 10);
    expect(choices(now)).toEqual([
      { name: "In an hour", at: local(2026, 11, 18, 11, 10) },
      { name: "Later today", at: local(2026, 11, 18, 13, 30) },
      { name: "Tomorrow", at: local(2026, 11, 19, 9) },
      { name: "Next Monday", at: local(2026, 11, 23, 9) },
    ]);
  });

  test("in the evening there is no later today, and on a Sunday tomorrow is Monday", () => {
    expect(names(local(2026, 11, 18, 19))).toEqual(["In an hour", "Tomorrow", "Next Monday"]);
    expect(names(local(2026, 11, 18, 23, 50))).toEqual(["In an hour", "Tomorrow", "Next Monday"]);
    expect(names(local(2026, 11, 22, 10))).toEqual(["In an hour", "Later today", "Tomorrow"]);
  });

  test("on a Monday the next one is in a week", () => {
    expect(choices(local(2026, 11, 23, 10)).at(-1)?.at).toEqual(local(2026, 11, 30, 9));
  });

  test("all lie ahead, whatever the hour", () => {
    for (let hour = 0; hour < 24 * 14; hour += 1) {
      const now = new Date(local(2026, 11, 16).getTime() + hour * 3_600_000);
      expect(choices(now).every((choice) => choice.at.getTime() > now.getTime())).toBe(true);
    }
  });

  test("a field holds local time", () => {
    expect(fieldValue(local(2026, 3, 4, 5, 6))).toBe("2026-03-04T05:06");
  });
});

describe("until when, in words", () => {
  const now = local(2026, 11, 18, 10).getTime();
  const words = (at: Date) => untilInWords(at.toISOString(), now, "en-GB");

  test("as briefly as it can be told", () => {
    expect(words(local(2026, 11, 18, 14, 30))).toBe("14:30");
    expect(words(local(2026, 11, 19, 9))).toBe("tomorrow 9:00");
    expect(words(local(2026, 11, 23, 9))).toBe("Mon 9:00");
    expect(words(local(2027, 3, 3, 9))).toBe("3 Mar 9:00");
  });
});

describe("the clock of a row", () => {
  const AT = "2026-01-01T10:00:00Z";
  const minutes = (count: number) => Date.parse(AT) + count * 60_000;
  const later = "2026-01-01T10:05:00Z";
  const agent = { ...row("a").control, holder: "agent" as const, agent: { id: "agt_maya", name: "Maya" } };
  const held = row("a", { control: agent, waiting_since: null, unanswered_since: AT, due_at: later });

  test("tells the wait before the deadline, and how far it is over", () => {
    expect(whenOf(held, minutes(2))).toEqual({ kind: "waiting", since: AT });
    expect(whenOf(held, minutes(8))).toEqual({
      kind: "overdue",
      since: later,
      words: "Overdue by 3 minutes",
    });
  });

  test("a step that was taken leaves it overdue", () => {
    const pressed = { ...held, overdue_steps: 1, due_at: "2026-01-01T10:10:00Z" };
    expect(whenOf(pressed, minutes(7))).toMatchObject({
      kind: "overdue",
      since: AT,
      words: "Overdue: the customer has waited for 7 minutes",
    });
  });

  test("nobody waits: the last words; resting: until when", () => {
    expect(whenOf({ ...held, unanswered_since: null }, minutes(60)).kind).toBe("last");
    expect(whenOf(row("a", { status: "resolved", due_at: null }), minutes(60)).kind).toBe("last");
    expect(whenOf({ ...held, status: "snoozed", snoozed_until: later }, minutes(60))).toEqual({
      kind: "snoozed",
      until: later,
    });
  });
});
