import { expect, test } from "vitest";
import type { ConversationDetail } from "../../src/console/desk/wire";
import { withValue } from "../../src/console/inbox/known/KnownAlready";
import { dueChoices, dueWords } from "../../src/console/inbox/tasks/due";
import { wordOf } from "../../src/console/inbox/transfer/PassedOn";
import { row } from "./cast";

const NOW = Date.parse("2026-03-02T10:00:00Z");

test.each([
  ["2026-03-02T10:20:00Z", "due in 20 min", "soon"],
  ["2026-03-02T14:00:00Z", "due in 4 h", "calm"],
  ["2026-03-05T10:00:00Z", "due in 3 d", "calm"],
  ["2026-03-02T09:58:00Z", "2 min overdue", "late"],
])("a task due at %s is %s", (at, text, tone) => {
  expect(dueWords(at, NOW)).toEqual({ text, tone });
});

test("every time that one can choose lies ahead, and this evening only while it does", () => {
  const morning = new Date(2026, 2, 2, 9, 0);
  const night = new Date(2026, 2, 2, 22, 0);
  for (const now of [morning, night]) {
    expect(dueChoices(now).every(({ at }) => at > now)).toBe(true);
  }
  expect(dueChoices(morning).some(({ key }) => key === "today")).toBe(true);
  expect(dueChoices(night).some(({ key }) => key === "today")).toBe(false);
});

test("a known value takes the place of its question", () => {
  const asked = { sentence: "What is your order number?", label: "Order number", value: "LC-104233" };
  expect(withValue("Hello! What is your order number?", asked)).toBe("Hello! Order number: LC-104233.");
  expect(withValue("Hello! What is", asked)).toBe("Hello! What is Order number: LC-104233.");
});

const note = (passed_on: "transfer" | null, created_at: string) => ({
  id: created_at,
  author: { id: "agt_bob", name: "Bob" },
  text: "Charged twice",
  html: "",
  passed_on,
  created_at,
});

function passed(reason: "transferred" | "handed_over", said: string | null): ConversationDetail {
  const known = row("conv_1");
  const author = { kind: "agent" as const, id: "agt_maya", name: "Maya" };
  const notes = [note("transfer", "2026-03-02T09:00:00Z"), note(null, "2026-03-02T09:05:00Z")];
  return {
    ...known,
    control: { ...known.control, reason },
    last_message: said ? { author, text: "Hello", created_at: said } : null,
    notes,
  } as unknown as ConversationDetail;
}

test("the word of a transfer is shown until its receiver has replied", () => {
  expect(wordOf(passed("transferred", null))?.text).toBe("Charged twice");
  expect(wordOf(passed("transferred", "2026-03-02T08:00:00Z"))?.text).toBe("Charged twice");
  expect(wordOf(passed("transferred", "2026-03-02T10:00:00Z"))).toBeNull();
  expect(wordOf(passed("handed_over", null))).toBeNull();
});
