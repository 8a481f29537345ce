/** The inbox in German: its words, its grammar after a number, and its units. */

import { expect, test } from "vitest";
import { speak } from "../../src/console/shell/language";

test("the words of the inbox are German to the last number", async () => {
  await speak("de");
  const { resolved, toOther } = await import("../../src/console/inbox/list/deeds");
  const { timeLeft, waitClock, waitInWords } = await import("../../src/console/inbox/waiting");
  const { clockWords } = await import("../../src/console/inbox/sla/words");
  const { VIEW_NAMES } = await import("../../src/console/inbox/address");
  const { highInWords, movedInWords } = await import("../../src/console/control/words");
  const { rangeInWords, verdictOf } = await import("../../src/console/queue/words");
  const now = Date.parse("2026-01-05T12:00:00Z");
  const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

  expect([resolved.did(1), resolved.did(1200)]).toEqual([
    "1 Gespräch abgeschlossen",
    "1.200 Gespräche abgeschlossen",
  ]);
  expect(toOther({ do: "assign", team_id: "t" }, "Werkstatt").will).toBe(
    "Sie werden an Werkstatt weitergeleitet.",
  );
  expect([waitInWords(ago(1), now), waitInWords(ago(3 * 1440), now)]).toEqual(["1 Minute", "3 Tagen"]);
  expect([waitClock(ago(4), now), waitClock(ago(65), now)]).toEqual(["4 Min.", "1:05 Std."]);
  expect(timeLeft(ago(-3), now)).toBe("in 3 Minuten");
  expect(VIEW_NAMES.waiting).toBe("Wartend");
  const clock = { kind: "next_reply", state: "running", due_at: ago(5), soon_at: null, left: null } as const;
  expect(clockWords(clock as Parameters<typeof clockWords>[0], now).short).toBe("Antwort 5 Min. zu spät");
  expect([highInWords([]), movedInWords(3)]).toEqual(["", "3 nach oben gerückt"]);
  expect(rangeInWords({ low: 150, high: 390 })).toBe("2,5–6,5 Min.");
  expect(verdictOf({ value: 0.84, low: 0.7, high: 0.9 }, 0.8, 25)).toBe(
    "Angegeben 80\u00a0%, eingehalten 84\u00a0% von 25. Das ist so gut wie angegeben.",
  );
  await speak("en");
});
