import { describe, expect, it } from "vitest";
import type { Compared, Verdict } from "../../src/console/api/klarna";
import {
  behindPath,
  differenceInWords,
  rangedInWords,
  summaryOf,
} from "../../src/console/reports/klarna/words";

const NONE: Record<Verdict, number> = {
  costs_trust: 0,
  watch: 0,
  works: 0,
  unclear: 0,
  too_few: 0,
  people: 0,
};

const compared = (change: Partial<Compared>): Compared => ({
  key: "repeat_contact",
  name: "Repeat contact",
  unit: "share",
  better: "down",
  alone: null,
  against: null,
  difference: { value: 0.27, low: 0.15, high: 0.38, worse: true },
  ...change,
});

describe("the Klarna check", () => {
  it("is summed up by what matters first, and says nothing of nothing", () => {
    expect(summaryOf({ ...NONE, works: 5, costs_trust: 1, too_few: 2 })).toBe(
      "1 topic costs trust, 5 work, 2 have too little to say.",
    );
    expect(summaryOf(NONE)).toBe("");
  });

  it("tells differences of shares in points, of moods in steps", () => {
    expect(differenceInWords(compared({}))).toBe("+27 points (+15 to +38)");
    const mood = { value: -0.31, low: -0.4, high: -0.2, worse: true };
    expect(differenceInWords(compared({ unit: "score", difference: mood }))).toBe("−0.31 (−0.40 to −0.20)");
    expect(differenceInWords(compared({ difference: null }))).toBeNull();
  });

  it("tells a number with its interval, once where both ends read the same", () => {
    expect(rangedInWords({ value: 10.4, low: 8.6, high: 12.2 }, "en")).toBe("10 (9 to 12)");
    expect(rangedInWords({ value: 0.08, low: 0.07, high: 0.12 }, "en")).toBe("0.1");
  });

  it("opens just the conversations of a number", () => {
    const where = { key: "csat", from: "2026-08-01", to: "2026-10-29" };
    const alone = new URL(behindPath({ topic: "Refunds" }, { ...where, side: "alone" }), "http://x");
    expect(alone.pathname).toBe("/console/reports/metric/csat");
    expect(Object.fromEntries(alone.searchParams)).toEqual({
      from: "2026-08-01",
      to: "2026-10-29",
      topic: "Refunds",
      part: "assistant",
      trigger: "none",
      behind: "csat~counted",
    });
    const people = new URL(behindPath({ topic: "Refunds" }, { ...where, side: "people" }), "http://x");
    expect(people.searchParams.get("part")).toBe("agent,both");
  });
});
