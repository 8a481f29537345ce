import { expect, test } from "vitest";
import { firstTyped, hindranceOf } from "../../../src/console/billing/change/wanted";
import { boughtBy, estimate, money, monthsSaved, price } from "../../../src/console/billing/money";
import { choiceOf } from "../../../src/console/billing/plan/choice";
import { fieldsOf, limitsOf } from "../../../src/console/billing/plan/limits";
import { daysOf, everyDay } from "../../../src/console/billing/usage/days";
import {
  forecastInWords,
  given,
  spanOf,
  standingOf,
  usageWarning,
  whatNext,
} from "../../../src/console/billing/words";
import { BUSINESS, billing, FREE, TEAM, trying } from "./company";

test("a bill says its cents always, a price only where it has some", () => {
  expect(money(124_000, "eur", "en")).toBe("€1,240.00");
  expect(given(-12_40, "eur")).toBe("−€12.40");
  expect(price(29_00, "EUR", "en")).toBe("€29");
  expect(price(49, "EUR", "en")).toBe("€0.49");
});

test("the calculator adds seats and what is beyond the bundle; a year is a twelfth in a month", () => {
  expect(estimate(TEAM, { interval: "month", seats: 5, resolutions: 700 })).toEqual({
    seats_cents: 145_00,
    beyond: 200,
    beyond_cents: 98_00,
    month_cents: 243_00,
  });
  expect(estimate(BUSINESS, { interval: "year", seats: 3, resolutions: 2_000 })).toEqual({
    seats_cents: 2_370_00,
    beyond: 0,
    beyond_cents: 0,
    month_cents: 197_50,
  });
  expect(estimate(FREE, { interval: "month", seats: 2, resolutions: 150 }).month_cents).toBe(0);
  expect([monthsSaved(TEAM), monthsSaved(BUSINESS), monthsSaved(FREE)]).toEqual([2, 2, 0]);
});

test("a limit in money buys whole resolutions, as the server reckons: rounded down", () => {
  expect(boughtBy(50_00, 49)).toBe(102);
  expect(boughtBy(48, 49)).toBe(0);
});

test("what happens beyond the bundle is one choice, and a limit goes along only where there is one", () => {
  expect(fieldsOf({ on: false, limit_cents: null, unit_cents: 49 }).beyond).toBe("stop");
  expect(fieldsOf({ on: true, limit_cents: null, unit_cents: 49 }).beyond).toBe("open");
  expect(fieldsOf({ on: true, limit_cents: 20_00, unit_cents: 49 }).beyond).toBe("limited");
  expect(limitsOf({ beyond: "stop", limit_cents: 20_00 })).toEqual({
    overage: false,
    overage_limit_cents: null,
  });
  expect(limitsOf({ beyond: "open", limit_cents: 20_00 })).toEqual({
    overage: true,
    overage_limit_cents: null,
  });
  expect(limitsOf({ beyond: "limited", limit_cents: 20_00 })).toEqual({
    overage: true,
    overage_limit_cents: 20_00,
  });
});

test("the dialog begins with what there is, and goes on only with something else", () => {
  const now = billing();
  const typed = firstTyped(now, { plan: null, interval: null });
  expect(typed).toEqual({ plan: "team", interval: "month", seats: 5 });
  expect(hindranceOf(typed, now)).toBe("This is what you have.");
  expect(hindranceOf({ ...typed, seats: 6 }, now)).toBeNull();
  expect(hindranceOf({ ...typed, interval: "year" }, now)).toBeNull();
  expect(hindranceOf({ ...typed, seats: null }, now)).toBe("Say how many seats you want.");
  // Before a subscription the same plan is something to choose.
  const first = firstTyped(trying(), { plan: "team", interval: "year" });
  expect(first).toEqual({ plan: "team", interval: "year", seats: 4 });
  expect(hindranceOf(firstTyped(trying(), { plan: null, interval: null }), trying())).toBeNull();
});

test("a choice is read from the address that sign-up leaves", () => {
  const read = (words: string) => choiceOf(new URLSearchParams(words));
  expect(read("choose=team&interval=year")).toEqual({ plan: "team", interval: "year" });
  expect(read("choose=")).toEqual({ plan: null, interval: null });
  expect(read("choose=gold&interval=week")).toEqual({ plan: null, interval: null });
  expect(read("checkout=cs_1")).toBeNull();
});

test("the standing is a word, and the sentence beside it says what comes next", () => {
  expect(standingOf(billing())).toEqual({ words: "Active", mood: "good" });
  expect(standingOf(trying())).toEqual({ words: "Trial, 9 days left", mood: "quiet" });
  expect(standingOf(billing({ standing: "past_due" })).mood).toBe("warn");
  expect(standingOf(billing({ ends_at: "2030-05-04T12:00:00Z" })).words).toContain("Ends on");
  expect(whatNext(trying())).toContain("without a card");
  expect(whatNext(billing({ interval: "year" }))).toContain("€24.17 a seat and month, paid yearly.");
  expect(whatNext(trying({ interval: "month" }))).toContain("nothing is charged before");
  expect(whatNext(billing({ standing: "complimentary" }))).toContain("Nothing is charged");
});

test("the forecast has a range or says that it is too early, and warns only where the cap comes first", () => {
  const now = billing();
  expect(forecastInWords(now)).toContain("about 640 by");
  expect(forecastInWords(now)).toContain("between 590 and 700");
  expect(forecastInWords(billing({ usage: { ...now.usage, forecast: null } }))).toBe(
    "It is too early to say how many it will be.",
  );
  expect(usageWarning(now)).toContain("100 are left of the bundle");
  expect(usageWarning(billing({ usage: { ...now.usage, paused: true } }))).toContain(
    "begins no new conversation",
  );
  const fits = { by_end: 480, low: 470, high: 490, used_up_on: null };
  expect(usageWarning(billing({ usage: { ...now.usage, forecast: fits } }))).toBeNull();
  expect(usageWarning(billing({ usage: { ...now.usage, cap: null } }))).toBeNull();
});

test("a period ends on the day before the next begins", () => {
  const words = spanOf("2026-11-01T12:00:00Z", "2026-12-01T00:00:00Z", "en");
  expect(words).toContain("Nov 1");
  expect(words).toContain("30");
});

test("the chart has every day of the period until today, a week at least", () => {
  const now = Date.parse("2026-11-23T10:00:00Z");
  const month = { start: "2026-11-01T00:00:00Z", end: "2026-12-01T00:00:00Z" };
  expect(daysOf(month, "UTC", now)).toEqual({ from: "2026-11-01", to: "2026-11-23" });
  const young = { start: "2026-11-22T00:00:00Z", end: "2026-12-22T00:00:00Z" };
  expect(daysOf(young, "UTC", now)).toEqual({ from: "2026-11-22", to: "2026-11-28" });
  const counts = everyDay({ from: "2026-11-21", to: "2026-11-23" }, [
    { day: "2026-11-22", counted: 7, credited: 1 },
  ]);
  expect(counts.counted).toEqual([0, 7, 0]);
  expect(counts.credited).toEqual([0, 1, 0]);
  expect(counts.days.map((day) => day.from)).toEqual(["2026-11-21", "2026-11-22", "2026-11-23"]);
});
