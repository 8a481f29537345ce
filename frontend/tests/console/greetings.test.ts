import { expect, test } from "vitest";
import type { Greeting } from "../../src/console/api/beforeChat";
import { spoken, writable } from "../../src/console/settings/beforeChat/languages";
import { sentenceOf } from "../../src/console/settings/greetings/sentence";
import { patternsOf, shownAt } from "../../src/console/settings/greetings/trial";

const RULE: Greeting = {
  id: "grt_1",
  is_on: true,
  pages: [{ match: "begins", path: "/pricing" }],
  after: 5,
  scroll: 0,
  leaving: false,
  who: "everybody",
  in_hours: false,
  words: { en: "Questions?" },
};

// The same cases as tests/settings/test_greetings.py: the settings show what the server will send.
test.each([
  ["contains", "sale", ["*sale*"]],
  ["begins", "/über uns", ["/%C3%BCber%20uns*"]],
  ["begins", "/a?b=c", ["/a?b=c*"]],
  ["equals", "/", ["/", "/"]],
  ["equals", "/cart/", ["/cart", "/cart/"]],
  ["equals", "/p/*/kaufen", ["/p/*/kaufen", "/p/*/kaufen/"]],
] as const)("a page that %s %s has these patterns", (match, path, patterns) => {
  expect(patternsOf({ match, path })).toEqual(patterns);
});

test("an address is tried against all rules that are on, whoever they are for", () => {
  const late = { ...RULE, id: "grt_2", pages: [], who: "returning" as const, leaving: true, scroll: 90 };
  const rules = [{ ...RULE, is_on: false }, RULE, late];
  expect(shownAt(rules, "/pricing/pro?x=1")).toBe(rules[1]);
  expect(shownAt(rules, "https://www.example.com/pricing")).toBe(rules[1]);
  expect(shownAt(rules, "www.example.com/pricing")).toBe(rules[1]);
  expect(shownAt(rules, "/cart")).toBe(late);
  expect(shownAt([RULE], "/cart")).toBeUndefined();
});

test("a rule reads as a sentence", () => {
  expect(sentenceOf(RULE)).toBe("Below /pricing, after 5 seconds, to everybody");
  expect(sentenceOf({ ...RULE, pages: [], after: 1, who: "new", in_hours: true })).toBe(
    "On every page, after 1 second, to new visitors, while a team is at work",
  );
});

test("words can be written in the languages that the widget speaks, and read as a visitor reads them", () => {
  expect(writable(["en", "da", "de"], [{ fr: "Oui", nl: "" }])).toEqual(["en", "de", "fr"]);
  expect(writable(["da"], [])).toEqual(["en"]);
  expect(spoken({ en: "Hello", de: "Hallo" }, "de", ["en"])).toBe("Hallo");
  expect(spoken({ en: "Hello", de: "Hallo" }, "fr", ["de"])).toBe("Hallo");
  expect(spoken({ it: "Ciao" }, "fr", ["de"])).toBe("Ciao");
});
