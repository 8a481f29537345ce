import { expect, test } from "vitest";
import { chosen, type Greeting, type Moment, matches } from "../../src/embed/rules";

const RULE: Greeting = {
  id: "grt_1",
  says: "Hello",
  pages: [],
  after: 0,
  scroll: 0,
  leaving: false,
  who: "everybody",
  until: null,
};
const NOW: Moment = {
  paths: ["/pricing", "/pricing?plan=pro"],
  seconds: 10,
  depth: 40,
  leaving: false,
  returning: false,
  now: Date.parse("2026-11-23T10:00:00Z"),
  away: [],
};

function fits(rule: Partial<Greeting>, moment: Partial<Moment> = {}): boolean {
  return chosen([{ ...RULE, ...rule }], { ...NOW, ...moment }) !== undefined;
}

test.each([
  ["/pricing", "/pricing", true],
  ["/pricing", "/Pricing", true],
  ["/pricing", "/pricing/pro", false],
  ["/pricing*", "/pricing/pro", true],
  ["*bike*blue*", "/shop/bike-in-blue", true],
  ["/p/*/buy", "/p/1.2(3)/buy", true],
  ["/a.b", "/axb", false],
  ["/a?b=1*", "/a?b=12", true],
  ["/%C3%BCber*", "/%c3%bcber-uns", true],
  ["*", "/", true],
])("the pattern %s for the path %s: %s", (pattern, path, expected) => {
  expect(matches(pattern, path)).toBe(expected);
});

test("a path is looked at alone and with what follows it; any of the pages will do", () => {
  expect(fits({ pages: ["/pricing"] })).toBe(true);
  expect(fits({ pages: ["*plan=pro*"] })).toBe(true);
  expect(fits({ pages: ["/cart", "/pricing"] })).toBe(true);
  expect(fits({ pages: ["/cart"] })).toBe(false);
});

test("all that a rule asks for must have come", () => {
  expect(fits({ after: 11 })).toBe(false);
  expect(fits({ after: 10, scroll: 40 })).toBe(true);
  expect(fits({ after: 10, scroll: 41 })).toBe(false);
  expect(fits({ leaving: true })).toBe(false);
  expect(fits({ leaving: true }, { leaving: true })).toBe(true);
});

test("new and returning visitors are told apart, and hours end", () => {
  expect([fits({ who: "new" }), fits({ who: "returning" })]).toEqual([true, false]);
  expect([
    fits({ who: "new" }, { returning: true }),
    fits({ who: "returning" }, { returning: true }),
  ]).toEqual([false, true]);
  expect(fits({ until: "2026-11-23T10:00:01Z" })).toBe(true);
  expect(fits({ until: "2026-11-23T10:00:00Z" })).toBe(false);
});

test("the first that fits wins, and what was put away stays away", () => {
  const rules = [
    { ...RULE, pages: ["/cart"] },
    { ...RULE, id: "grt_2" },
    { ...RULE, id: "grt_3" },
  ];
  expect(chosen(rules, NOW)?.id).toBe("grt_2");
  expect(chosen(rules, { ...NOW, away: ["grt_2"] })?.id).toBe("grt_3");
});
