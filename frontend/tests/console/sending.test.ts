import { describe, expect, it } from "vitest";
import { askedQuery } from "../../src/console/api/reports";
import { filePath, type Run } from "../../src/console/api/sending";
import { beginning, outcomeOf, withCadence } from "../../src/console/reports/schedules/words";

const RUN: Run = {
  id: "rpr_1",
  schedule_id: "rps_1",
  name: "Weekly",
  from: "2026-11-16",
  to: "2026-11-22",
  planned_for: "2026-11-23T06:00:00Z",
  asked_by: null,
  state: "sent",
  problem: null,
  sent: 2,
  skipped: 0,
  of: 2,
  size: 20_000,
  ended_at: "2026-11-23T06:00:02Z",
};

describe("what became of a sending", () => {
  it.each([
    [{}, "Sent to 2 people"],
    [{ sent: 1, skipped: 1 }, "Sent to 1 person; 1 person may not read reports any more"],
    [{ state: "waiting" }, "On its way"],
    [
      { state: "failed", sent: 0, problem: "the mail server answered 451" },
      "Not sent: the mail server answered 451",
    ],
    [{ state: "failed", sent: 1, problem: "x" }, "Not sent, 1 of 2 got it: x"],
  ] as [Partial<Run>, string][])("is told in words: %j", (change, words) => {
    expect(outcomeOf({ ...RUN, ...change })).toBe(words);
  });
});

describe("how often a report goes", () => {
  it("takes the days along that are usual with it", () => {
    const weekly = beginning("agt_me");
    expect(withCadence(weekly, "monthly")).toMatchObject({ weekday: null, day: 1, covers: "month" });
    expect(withCadence(weekly, "daily")).toMatchObject({ weekday: null, day: null, covers: "day" });
  });

  it("keeps the days that somebody chose", () => {
    const chosen = { ...beginning("agt_me"), covers: "quarter" as const };
    expect(withCadence(chosen, "monthly").covers).toBe("quarter");
    expect(withCadence(withCadence(chosen, "daily"), "weekly").weekday).toBe(0);
  });
});

describe("the address of a file", () => {
  const asked = { from: "2026-11-01", to: "2026-11-22", filter: { topic: "Refunds, late" } };

  it("carries what is chosen", () => {
    expect(filePath({ asked, compare: "year", format: "pdf", metrics: ["csat", "volume"], by: "team" })).toBe(
      "/api/v1/reports/export?from=2026-11-01&to=2026-11-22&topic=Refunds%2C+late&format=pdf&compare=year&metrics=csat%2Cvolume&by=team",
    );
  });

  it("asks for episodes without figures", () => {
    expect(filePath({ asked, compare: "none", format: "csv", content: "episodes" })).toContain(
      "format=csv&content=episodes",
    );
  });

  it("names everybody who answered, and leaves commas of topics alone", () => {
    const query = askedQuery({ ...asked, filter: { ...asked.filter, part: "agent,both" } });
    expect(query.part).toEqual(["agent", "both"]);
    expect(query.topic).toEqual(["Refunds, late"]);
  });
});
