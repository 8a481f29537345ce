import { expect, test } from "vitest";
import { speak } from "../../src/console/shell/language";
import { me } from "./cast";

// What has words is read after the language is chosen, as by the console itself.
await speak("de");
const { healthInWords } = await import("../../src/console/knowledge/articles/standing");
const { questionsInWords } = await import("../../src/console/knowledge/gaps/words");
const { usesInWords } = await import("../../src/console/skills/skill/Uses");
const { inWords } = await import("../../src/console/skills/skill/acts");
const { agreementInWords, digits } = await import("../../src/console/quality/words");
const { outcome } = await import("../../src/console/welcome/knowledge/outcome");
const { stepsFor } = await import("../../src/console/tour/steps");

test("knowledge, skills, quality and the tour make whole German sentences of what they count", () => {
  expect(healthInWords({ used: 4, helped: 1 })).toBe(
    "In den letzten 30 Tagen 4-mal zitiert; einmal war danach kein Mensch nötig.",
  );
  expect(questionsInWords({ questions_count: 3, outcomes: { left: 1, handover: 2 } })).toBe(
    "3 Fragen: 1 ohne Antwort geblieben, 2 an einen Menschen gegangen",
  );
  expect(usesInWords({ days: 30, used: 1, finished: 1, handed_over: 0, open: 0, acts: 0 })).toBe(
    "Einmal genutzt in 30 Tagen: 1 abgeschlossen",
  );
  const refund = { kind: "refund", subject: "A-1", amount: "12.50", currency: "EUR", because: "", waits: "" };
  expect(inWords(refund)).toMatch(/^Würde ausgeführt: Erstattung über 12,50\s€ \(A-1\)\./);
  const kappa = { value: 0.7, low: 0.45, high: 0.9 };
  const found = { id: "q", text: "", of: 30, enough: "enough", same: null, alpha: null, needed: 90, kappa };
  expect(agreementInWords(found as Parameters<typeof agreementInWords>[0])).toBe(
    "Nicht sicher: Zwischen mäßiger Übereinstimmung und guter Übereinstimmung ist alles möglich. Etwa 90 Paare würden es zeigen.",
  );
  expect(digits(-0.456)).toBe("−0,46");
  const review = null;
  const done = { created: 1, updated: 2, unchanged: 0, removed: 0, total: 3, done: 3, state: "done", review };
  expect(outcome(done as Parameters<typeof outcome>[0])).toBe("1 neuer Artikel, 2 aktualisiert");
  expect(stepsFor(me())[0]?.title).toBe("Ihr Posteingang");
});
